import { clientOnPaper, sellerOnPaper } from '../documents/compose/parties';
import type { Day } from '../kit/paris';
import { paymentCode } from '../kit/payment-code/payment-code';
import { renderLetter } from '../rendering/render-letter';
import type { SellerSettingsBody } from '../seller/seller.schema';
import type { DueReminder } from './due-reminders';

/** The letter of a reminder, with the payment code over what is open now. */
export function reminderLetter(
  { document, client, subject, text }: DueReminder,
  seller: SellerSettingsBody,
  day: Day,
  logo: Buffer | undefined,
): Promise<Buffer> {
  const { number, openCents } = document;
  return renderLetter({
    ...{ seller: sellerOnPaper(seller), client: clientOnPaper(client), day, number, subject, text, logo },
    code: paymentCode(seller, openCents, number),
  });
}
