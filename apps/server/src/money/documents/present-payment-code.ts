import type { EntityManager } from 'typeorm';
import type { Day } from '../kit/paris';
import { paymentCode } from '../kit/payment-code/payment-code';
import { type QrCode, QUIET_ZONE, qrPath } from '../kit/payment-code/qr-code';
import { currentSeller } from '../seller/seller.service';

/** A QR code as a page draws it: the path of an SVG whose view box is a square of `size`. */
export interface CodePicture {
  readonly size: number;
  readonly path: string;
}

const pictureOf = (code: QrCode): CodePicture => ({ size: code.size + 2 * QUIET_ZONE, path: qrPath(code) });

/**
 * The payment code over what is open now, to the bank account of today: the one on a document that was issued stays as
 * it was. Null where nothing is open, and where the seller has no bank account.
 */
export async function presentPaymentCode(
  manager: EntityManager,
  number: string,
  openCents: number,
  today: Day,
): Promise<CodePicture | null> {
  const seller = openCents > 0 ? await currentSeller(manager, today) : null;
  const code = seller && paymentCode(seller, openCents, number);
  return code ? pictureOf(code) : null;
}
