import i18next from 'i18next';

/**
 * Gives a page its words when its code comes: whoever opens the first page does not wait for those of the others. To be
 * called where the page's module begins, before anything of it is shown.
 */
export function addWords<T extends object>(page: string, { fr, en }: { fr: T; en: object }): void {
  i18next.addResourceBundle('fr', 'translation', { [page]: fr }, true, true);
  i18next.addResourceBundle('en', 'translation', { [page]: en }, true, true);
}
