import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { setCredentials } from '../api/send.ts';
import { rememberLanguage, rememberedLanguage, type LanguageId } from '../ui/languages.ts';
import { changeLanguage } from '../ui/texts.ts';

/** The language in use. Somebody's own, kept with the account, comes before the browser's where none was chosen here. */
export function useLanguage(ofAccount: LanguageId | null): LanguageId {
  const { i18n } = useTranslation();
  const language = i18n.language as LanguageId;
  useEffect(() => setCredentials({ language }), [language]);
  useEffect(() => {
    if (ofAccount !== null && rememberedLanguage() === null) void chooseLanguage(ofAccount);
  }, [ofAccount]);
  return language;
}

export async function chooseLanguage(language: LanguageId): Promise<void> {
  await changeLanguage(language);
  rememberLanguage(language);
}
