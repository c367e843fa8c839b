import { currentLanguage } from '../../i18n/i18n';

/** The title in the reader's language, where it has one. */
export const titleOf = ({ title, titleEn }: { title: string; titleEn: string | null }): string =>
  currentLanguage() === 'en' ? (titleEn ?? title) : title;
