/** The languages of the pages, each by its own name. */
export const languages = [
  { id: 'en', name: 'English' },
  { id: 'zh-CN', name: '简体中文' },
] as const;

export type LanguageId = (typeof languages)[number]['id'];

const rememberedAs = 'loopwright.language';

/** The language chosen on this browser before, else the first of the browser's own that there is, else English. */
export function firstLanguage(remembered: string | null, preferred: readonly string[]): LanguageId {
  return [remembered ?? '', ...preferred].map(closest).find((language) => language !== null) ?? 'en';
}

function closest(tag: string): LanguageId | null {
  const language = tag.toLowerCase().split('-')[0];
  return language === 'zh' ? 'zh-CN' : language === 'en' ? 'en' : null;
}

export function rememberedLanguage(): string | null {
  return localStorage.getItem(rememberedAs);
}

export function rememberLanguage(language: LanguageId): void {
  localStorage.setItem(rememberedAs, language);
}
