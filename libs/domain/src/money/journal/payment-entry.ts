import { cents } from '@pandafab/shared';
import type { PaperDay } from '../paper';
import { type BookAccounts, type MoneyAccount, moneyAccountOf } from './accounts';
import { type ClientAccount, type Entry, type EntryLine, entryOf, plainLine } from './entry';

/** The means that spends a member's prepaid money on an invoice: no money moves. */
export const INTERNAL_MEANS = 'account';

/** A payment as far as its entry needs it. */
export interface BookedPayment {
  readonly id: string;
  readonly number: string;
  readonly kind: 'payment' | 'refund' | 'reversal';
  readonly paidOn: PaperDay;
  readonly bookedOn: PaperDay;
  /** Above 0: money came in. */
  readonly cents: number;
  readonly means: { readonly code: string; readonly name: string; readonly account: string };
  /** Null: the payment is on the account of a member, whose prepaid money it is. */
  readonly client: ClientAccount | null;
  /** Who paid, for the label. */
  readonly payer: string;
  /** Of a reversal: the payment that it undoes. */
  readonly undoesId: string | null;
  /** What was allotted at once, when the payment was recorded. */
  readonly parts: readonly { readonly documentId: string; readonly cents: number }[];
}

const NAMES = { payment: 'Règlement', refund: 'Remboursement', reversal: 'Annulation du règlement' } as const;

/**
 * The entry of a payment: its money account against the client, or against the prepaid money of members. What is
 * allotted at once has a line for each document; the rest is a line of the payment itself.
 * @returns undefined where nothing moves: the member's side of an invoice paid from prepaid money, whose other side
 * (prepaid money against client) says everything
 */
export function entryOfPayment(payment: BookedPayment, accounts: BookAccounts): Entry | undefined {
  const isInternal = payment.means.code === INTERNAL_MEANS;
  if (isInternal && payment.client === null) return undefined;
  const { account, journal } = isInternal ? heldMoney(accounts) : moneyOf(payment, accounts);
  const { number, paidOn, bookedOn, kind, payer } = payment;
  const entry = entryOf({
    ...{ journal, day: bookedOn, piece: number, pieceDay: paidOn },
    label: `${NAMES[kind]} ${number} ${payer}`.trim(),
    lines: [plainLine(account, payment.cents), ...otherSide(payment, accounts)],
  });
  return entry.lines.length === 0 ? undefined : entry;
}

const heldMoney = ({ membersMoney, other }: BookAccounts): MoneyAccount => ({
  account: membersMoney,
  journal: other,
});

const moneyOf = ({ means }: BookedPayment, accounts: BookAccounts): MoneyAccount =>
  moneyAccountOf(accounts, means.account, means.name);

function otherSide(payment: BookedPayment, accounts: BookAccounts): EntryLine[] {
  const { client, id, undoesId, parts } = payment;
  if (client === null) return [plainLine(accounts.membersMoney, -payment.cents)];
  const line = (amount: number, settles: EntryLine['settles']): EntryLine => ({
    ...{ account: accounts.clients, client, cents: cents(-amount), settles },
  });
  const rest = payment.cents - parts.reduce((sum, part) => sum + part.cents, 0);
  return [
    ...parts.map((part) => line(part.cents, { what: 'document', id: part.documentId })),
    line(rest, { what: 'payment', id: undoesId ?? id }),
  ];
}
