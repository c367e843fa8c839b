import type { BookedKind, PaperContent, PaperLine } from '../paper';
import { type Account, type BookAccounts, incomeAccountOf, vatAccountOf } from './accounts';
import { type ClientAccount, type Entry, type EntryLine, entryOf, plainLine } from './entry';
import { netsBy } from './nets-by';

/** An issued document as far as its entry needs it. */
export interface BookedPaper {
  readonly id: string;
  readonly client: ClientAccount;
  readonly content: PaperContent;
  /** On credits: the document that is credited. */
  readonly cited: { readonly id: string; readonly content: Pick<PaperContent, 'lines'> } | null;
}

const NAMES: Readonly<Record<BookedKind, string>> = {
  invoice: 'Facture',
  deposit: 'Acompte',
  'credit-note': 'Avoir',
  'deposit-credit': 'Avoir d’acompte',
};

/** Credit notes have positive figures: their entry is that of an invoice with both sides exchanged. */
export const signOfKind = (kind: PaperContent['kind']): 1 | -1 =>
  kind === 'credit-note' || kind === 'deposit-credit' ? -1 : 1;

/**
 * The entry of an issued document, from its frozen rows and lines; nothing is computed again. The client owes the
 * total; income goes to the account of each line's activity, nature and tax, VAT to the account of its rate. A deposit
 * is no income yet: it stays on its own account until the final invoice takes it back with its own net.
 * @throws RangeError when the frozen amounts do not balance
 */
export function entryOfDocument(paper: BookedPaper, accounts: BookAccounts): Entry {
  const { content, client } = paper;
  const { kind, number, issuedOn, totals } = content;
  const sign = signOfKind(kind);
  const settles = { what: 'document', id: paper.cited?.id ?? paper.id } as const;
  const owed: EntryLine = {
    ...plainLine(accounts.clients, sign * totals.grossCents),
    ...{ client, settles },
  };
  return entryOf({
    ...{ journal: accounts.sales, day: issuedOn, piece: number, pieceDay: issuedOn },
    label: `${NAMES[kind as BookedKind]} ${number} ${client.name}`,
    lines: [owed, ...netLines(paper, accounts, sign), ...vatLines(content, accounts, sign)],
  });
}

function netLines({ content, cited }: BookedPaper, accounts: BookAccounts, sign: 1 | -1): EntryLine[] {
  const isDeposit = content.kind === 'deposit' || content.kind === 'deposit-credit';
  const accountOf = (line: PaperLine): Account =>
    isDeposit || takesDepositBack(line, cited?.content) ? accounts.deposits : incomeAccountOf(accounts, line);
  const byNumber = new Map<string, Account>();
  const parts = netsBy(content, (line) => {
    const account = accountOf(line);
    byNumber.set(account.number, account);
    return account.number;
  });
  return parts.map(({ key, netCents }) =>
    plainLine(byNumber.get(key) ?? accounts.deposits, -sign * netCents),
  );
}

/**
 * True for the line of a final invoice that takes a deposit back; stages that were invoiced are income. The line of a
 * credit note cites the invoice: what the invoice's own line cites counts.
 */
export function takesDepositBack(line: PaperLine, cited: Pick<PaperContent, 'lines'> | undefined): boolean {
  if (line.kind !== 'earlier') return false;
  const original = cited?.lines.find(({ position }) => position === line.creditedPosition) ?? line;
  return original.cites?.kind === 'deposit';
}

const vatLines = ({ vat }: PaperContent, accounts: BookAccounts, sign: 1 | -1): EntryLine[] =>
  vat.map(({ rateBasisPoints, vatCents }) =>
    plainLine(vatAccountOf(accounts, rateBasisPoints), -sign * vatCents),
  );
