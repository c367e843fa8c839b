import { cents } from '@pandafab/shared';
import type { PaperDay } from '../paper';
import type { BookAccounts } from './accounts';
import { type ClientAccount, type Entry, entryOf } from './entry';

/** A part of a payment that was allotted to a document later, or taken back from it (below 0). */
export interface LaterAllotment {
  readonly number: string;
  readonly paymentId: string;
  readonly documentId: string;
  readonly bookedOn: PaperDay;
  readonly cents: number;
  /** Whose account the payment is on. */
  readonly payer: ClientAccount;
  /** Whose document it is. */
  readonly client: ClientAccount;
  readonly documentNumber: string;
}

/**
 * The entry of a payment that is allotted after it was recorded: it moves the amount from the payment to the document,
 * on the account of clients. The books then show what each document has received, and never change afterwards.
 */
export function entryOfAllotment(allotment: LaterAllotment, accounts: BookAccounts): Entry {
  const { number, bookedOn, payer, client, documentNumber, paymentId, documentId } = allotment;
  const account = accounts.clients;
  const amount = allotment.cents;
  return entryOf({
    ...{ journal: accounts.other, day: bookedOn, piece: number, pieceDay: bookedOn },
    label: `Affectation à ${documentNumber} ${client.name}`,
    lines: [
      { account, client: payer, cents: cents(amount), settles: { what: 'payment', id: paymentId } },
      { account, client, cents: cents(-amount), settles: { what: 'document', id: documentId } },
    ],
  });
}
