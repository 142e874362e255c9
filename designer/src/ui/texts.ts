import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type english from './locales/en/index.ts';
import type { LanguageId } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof english;
    returnNull: false;
  }
}

const load = {
  en: () => import('./locales/en/index.ts'),
  'zh-CN': () => import('./locales/zh-CN/index.ts'),
} satisfies Record<LanguageId, () => Promise<{ default: Record<string, object> }>>;

/** The texts of the pages; only those of the language in use are fetched. */
export const texts: i18n = createInstance();

export async function startTexts(language: LanguageId): Promise<void> {
  const resources = { [language]: (await load[language]()).default };
  await texts.use(initReactI18next).init({
    lng: language,
    resources,
    fallbackLng: false,
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: LanguageId): Promise<void> {
  if (!texts.hasResourceBundle(language, 'shell')) {
    const { default: bundle } = await load[language]();
    for (const [namespace, entries] of Object.entries(bundle)) texts.addResourceBundle(language, namespace, entries);
  }
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
}
