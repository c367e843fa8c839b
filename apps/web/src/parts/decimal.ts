import { Problem } from '../api/problem';
import { t } from '../i18n/i18n';

/** “1 012,50” as the API takes decimals: “1012.50”; undefined for a text that is not a number. */
export function plainDecimal(text: string): string | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

/** “12,5” and “12.5” are the same; undefined for a text that is not a number. */
export function parseDecimal(text: string): number | undefined {
  const plain = plainDecimal(text);
  return plain === undefined ? undefined : Number(plain);
}

/** @throws Problem that names the field, as the server would, where it holds no number */
export const demandDecimal = (name: string, text: string): number => Number(demandDecimalText(name, text));

/** As `demandDecimal`, exactly as typed: for prices, whose last decimals count. @throws Problem that names the field */
export function demandDecimalText(name: string, text: string): string {
  const value = plainDecimal(text);
  if (value === undefined)
    throw new Problem('FORM.NUMBER', t('parts.fieldsWrong'), t('parts.fieldsWrongCure'), [
      { path: name, message: t('parts.notANumber') },
    ]);
  return value;
}
