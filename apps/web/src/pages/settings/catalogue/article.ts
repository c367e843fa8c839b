import type { Schemas } from '../../../api/client';
import { orNull } from '../../../api/or-null';
import type { natureValues, unitValues } from '../../../api/schema';
import { currentLanguage } from '../../../i18n/i18n';
import { demandDecimal, demandDecimalText } from '../../../parts/decimal';

export type Article = Schemas['Article'];
type Unit = (typeof unitValues)[number];
type Nature = (typeof natureValues)[number];

const typedPrice = (unitPrice: string): string =>
  currentLanguage() === 'fr' ? unitPrice.replace('.', ',') : unitPrice;

/** The fields of the form; a new article has the first activity and is sold by the piece. */
export const valuesOf = (article: Article | undefined, activity: string) => ({
  nameFr: article?.nameFr ?? '',
  nameEn: article?.nameEn ?? '',
  code: article?.code ?? '',
  descriptionFr: article?.descriptionFr ?? '',
  descriptionEn: article?.descriptionEn ?? '',
  unitPrice: article ? typedPrice(article.unitPrice) : '',
  unit: (article?.unit ?? 'C62') as string,
  basis: String(article?.basis ?? 1),
  activity: article?.activity ?? activity,
  nature: (article?.nature ?? 'services') as string,
});
export type Values = ReturnType<typeof valuesOf>;

/** What is sent; without an English name the French one is taken. @throws Problem that names a field without a number */
export const bodyOf = (values: Values) => ({
  nameFr: values.nameFr,
  nameEn: values.nameEn || values.nameFr,
  code: orNull(values.code),
  descriptionFr: orNull(values.descriptionFr),
  descriptionEn: orNull(values.descriptionEn),
  unitPrice: demandDecimalText('unitPrice', values.unitPrice),
  unit: values.unit as Unit,
  basis: demandDecimal('basis', values.basis),
  activity: values.activity,
  nature: values.nature as Nature,
});
