import { Problem } from '../../api/problem';
import { t } from '../../i18n/i18n';
import { demandDecimalText } from '../../parts/decimal';

/** Cents for one document. */
export interface Part {
  readonly documentId: string;
  readonly cents: number;
}

interface Open {
  readonly id: string;
  readonly openCents: number;
}

/** What an amount settles when the documents are paid one after the other, in their order. */
export function inTurn(cents: number, papers: readonly Open[]): Part[] {
  let left = cents;
  return papers.flatMap(({ id, openCents }) => {
    const part = Math.max(0, Math.min(left, openCents));
    left -= part;
    return part > 0 ? [{ documentId: id, cents: part }] : [];
  });
}

export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { cents }) => sum + cents, 0);

/** The cents of a typed amount; undefined while it is none. */
export function centsOf(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  const [, euros, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return euros === undefined ? undefined : Number(euros) * 100 + Number(decimals.padEnd(2, '0'));
}

/** @throws Problem that names the field, as the server would, where it holds no amount above 0 */
export function demandCents(name: string, text: string): number {
  const cents = centsOf(text);
  if (cents !== undefined && cents > 0) return cents;
  demandDecimalText(name, text);
  throw new Problem('FORM.AMOUNT', t('parts.fieldsWrong'), t('parts.fieldsWrongCure'), [
    { path: name, message: t('payments.notAnAmount') },
  ]);
}

/** Cents as they are typed: “1158,20”. */
export const amountText = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');
