import { type QrCode, QUIET_ZONE } from '../../kit/payment-code/qr-code';
import { INK, type Pdf } from './page';
import { type TextStyle, write } from './text';

/** Points, with the light margin: 32 mm, so that a code of 69 modules still has modules of 0.4 mm. */
const SIDE = 90;
const ABOVE = 4;
const CAPTION = 'Payer par virement : lisez ce code avec l’application de votre banque.';
const STYLE: TextStyle = { size: 8, colour: INK.soft, mostLines: 6 };

/** With the space above it. */
export const PAYMENT_CODE_HEIGHT = ABOVE + SIDE;

/** Draws the code as vectors, with a caption to its right. Returns the y position below. */
export function drawPaymentCode(pdf: Pdf, code: QrCode, x: number, y: number, width: number): number {
  const step = SIDE / (code.size + 2 * QUIET_ZONE);
  const [left, top] = [x + QUIET_ZONE * step, y + ABOVE + QUIET_ZONE * step];
  for (const run of code.dark) pdf.rect(left + run.x * step, top + run.y * step, run.length * step, step);
  pdf.fill(INK.text);
  write(pdf, CAPTION, x + SIDE + 6, y + ABOVE + QUIET_ZONE * step, width - SIDE - 6, STYLE);
  return y + PAYMENT_CODE_HEIGHT;
}
