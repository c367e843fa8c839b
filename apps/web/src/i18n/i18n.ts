import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageValues } from '../api/schema';
import { bundlesOf } from './add-words';
import { words } from './all-words';

export type Language = (typeof languageValues)[number];

/** The languages to choose from, each named in itself. */
export const LANGUAGE_NAMES: { value: Language; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
];

const CHOSEN = 'pandafab-language';

/** The language chosen on this computer; else the browser's; else French. */
function firstLanguage(): Language {
  const wanted = [window.localStorage.getItem(CHOSEN) ?? '', ...navigator.languages];
  const known = wanted
    .map((each) => each.slice(0, 2))
    .find((each) => languageValues.includes(each as Language));
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

/** Changes the language of the page; this computer keeps the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  window.localStorage.setItem(CHOSEN, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
