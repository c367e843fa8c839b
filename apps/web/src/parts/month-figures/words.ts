import type { Words } from '../../i18n/words';

export const fr = { month: 'Mois', total: 'Total' };

export const en: Words<typeof fr> = { month: 'Month', total: 'Total' };
