import { Problem } from '../api/problem';
import { t } from '../i18n/i18n';

/** “12,5” and “12.5” are the same; undefined for a text that is not a number. */
export function parseDecimal(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** @throws Problem that names the field, as the server would, where it holds no number */
export function demandDecimal(name: string, text: string): number {
  const value = parseDecimal(text);
  if (value === undefined)
    throw new Problem('FORM.NUMBER', t('parts.fieldsWrong'), t('parts.fieldsWrongCure'), [
      { path: name, message: t('parts.notANumber') },
    ]);
  return value;
}
