import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { bundlesOf } from './add-words';
import { words } from './all-words';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own language, to choose from. */
export const LANGUAGE_NAMES: { value: Language; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
];

const CHOSEN = 'pandafab-language';

/** What the person chose on this computer; else the browser's; else French. */
function firstLanguage(): Language {
  const wanted = [window.localStorage.getItem(CHOSEN) ?? '', ...navigator.languages];
  const known = wanted.map((each) => each.slice(0, 2)).find((each) => LANGUAGES.includes(each as Language));
  return (known as Language | undefined) ?? 'fr';
}

i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'fr',
  resources: bundlesOf(words),
  interpolation: { escapeValue: false },
  returnNull: false,
});
document.documentElement.lang = i18next.language;

export const t = i18next.t.bind(i18next);
export const currentLanguage = (): Language => i18next.language as Language;

/** Changes every word on the page; the choice stays on this computer. */
export async function chooseLanguage(language: Language): Promise<void> {
  window.localStorage.setItem(CHOSEN, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
