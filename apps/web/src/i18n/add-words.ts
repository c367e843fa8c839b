import i18next from 'i18next';
import { typesetAll } from '../../../../libs/shared/src/typography';
import { languageValues } from '../api/schema';

interface Both<T extends object> {
  readonly fr: T;
  readonly en: object;
}

/** The texts of both languages in i18next's form; the French texts get the spaces of French typography. */
export const bundlesOf = <T extends object>({ fr, en }: Both<T>) => ({
  fr: { translation: typesetAll(fr, 'fr') },
  en: { translation: en },
});

/**
 * Adds the texts of a page when its code is loaded, so that the first page does not wait for the texts of the others.
 * Call it at the start of the page's module, before any part of the page is rendered.
 */
export function addWords<T extends object>(page: string, { fr, en }: Both<T>): void {
  const bundles = bundlesOf({ fr: { [page]: fr }, en: { [page]: en } });
  for (const language of languageValues)
    i18next.addResourceBundle(language, 'translation', bundles[language].translation, true, true);
}
