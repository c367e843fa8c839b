import { epcText } from '@pandafab/domain';
import type { Cents } from '@pandafab/shared';
import { type QrCode, qrCode } from './qr-code';

/** Whose account is paid. */
export interface Payee {
  readonly name: string;
  readonly iban: string | null;
  readonly bic: string | null;
}

/**
 * The QR code with which a client's bank fills in the transfer of `cents` for the document `number`. Null where nothing
 * is due, and where the seller has no bank account.
 */
export function paymentCode({ name, iban, bic }: Payee, cents: number, number: string): QrCode | null {
  if (iban === null || cents <= 0) return null;
  const text = epcText({ name, iban, bic, cents: cents as Cents, remittance: { text: number } });
  return text === null ? null : qrCode(text);
}
