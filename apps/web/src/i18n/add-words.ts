import i18next from 'i18next';
import { typesetAll } from '../../../../libs/shared/src/typography';

interface Both<T extends object> {
  readonly fr: T;
  readonly en: object;
}

/** The words of both languages as i18next keeps them, the French with the spaces of its typography. */
export const bundlesOf = <T extends object>({ fr, en }: Both<T>) => ({
  fr: { translation: typesetAll(fr, 'fr') },
  en: { translation: en },
});

/**
 * Gives a page its words when its code comes: whoever opens the first page does not wait for those of the others. To be
 * called where the page's module begins, before anything of it is shown.
 */
export function addWords<T extends object>(page: string, { fr, en }: Both<T>): void {
  const bundles = bundlesOf({ fr: { [page]: fr }, en: { [page]: en } });
  for (const language of ['fr', 'en'] as const)
    i18next.addResourceBundle(language, 'translation', bundles[language].translation, true, true);
}
