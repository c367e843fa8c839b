import { currentLanguage } from '../../i18n/i18n';

/** The name of a thing in the language of the pages. */
export const nameIn = ({ nameFr, nameEn }: { readonly nameFr: string; readonly nameEn: string }): string =>
  currentLanguage() === 'fr' ? nameFr : nameEn;
