import type { ClientOnPaper, SellerOnPaper } from '@pandafab/domain';
import { frenchDay } from '../kit/french';
import type { Day } from '../kit/paris';
import { drawFeet } from './pdf/feet';
import { euros, iban } from './pdf/figures';
import { Flow } from './pdf/flow';
import { drawClient, drawSeller, WINDOW } from './pdf/heading';
import { drawLogo } from './pdf/logo';
import { collect, createPdf, INK, PAGE } from './pdf/page';
import { type TableColumn, type TableRow, table } from './pdf/table';
import { write } from './pdf/text';

/** What happened on an account. One of the two amounts is 0. */
export interface StatementRow {
  readonly day: Day;
  readonly label: string;
  readonly debitCents: number;
  readonly creditCents: number;
  /** After it. */
  readonly balanceCents: number;
}

/** An invoice or deposit that is not settled. */
export interface OpenOnStatement {
  readonly label: string;
  readonly issuedOn: Day;
  readonly dueOn: Day | null;
  readonly openCents: number;
}

/** A statement of an account. */
export interface StatementPaper {
  readonly seller: SellerOnPaper;
  readonly holder: ClientOnPaper;
  /** On which it is made. */
  readonly day: Day;
  /** Null: from the first entry. */
  readonly from: Day | null;
  readonly to: Day;
  readonly openingCents: number;
  /** The oldest first. */
  readonly rows: readonly StatementRow[];
  readonly closingCents: number;
  readonly open: readonly OpenOnStatement[];
  /** What the balance means for the holder, below the table. */
  readonly sentences: readonly string[];
  readonly logo?: Buffer | undefined;
}

const TITLE = 'Relevé de compte';
const BODY = { size: 10 } as const;
const HEADING = { face: 'bold', size: 11, colour: INK.accent } as const;

const COLUMNS: readonly TableColumn[] = [
  { title: 'Date', share: 13 },
  { title: 'Opération', share: 43 },
  { title: 'Débit', share: 14, align: 'right' },
  { title: 'Crédit', share: 14, align: 'right' },
  { title: 'Solde', share: 16, align: 'right' },
];
const OPEN_COLUMNS: readonly TableColumn[] = [
  { title: 'Document', share: 43 },
  { title: 'Émis le', share: 19 },
  { title: 'Échéance', share: 22 },
  { title: 'Reste à payer', share: 16, align: 'right' },
];

/** A statement as PDF/A-3b, for an envelope with a window. The same statement gives the same bytes. */
export function renderStatement(paper: StatementPaper): Promise<Buffer> {
  const { seller, holder, day, from, to, logo, open } = paper;
  const period = from ? `du ${frenchDay(from)} au ${frenchDay(to)}` : `jusqu’au ${frenchDay(to)}`;
  const createdAt = new Date(`${day}T12:00:00Z`);
  const pdf = createPdf({ title: `${TITLE} ${period}`, author: seller.name, createdAt });
  const left = drawSeller(pdf, seller, logo ? drawLogo(pdf, logo, PAGE.left, PAGE.top) + 8 : PAGE.top);
  const right = drawClient(pdf, holder, WINDOW.y);
  const flow = new Flow(pdf, Math.max(left, right) + 24);
  write(pdf, frenchDay(day), WINDOW.x, flow.y, WINDOW.width, { ...BODY, align: 'right' });
  flow.paragraph(TITLE, { ...HEADING, size: 17 });
  flow.paragraph(period, { ...BODY, colour: INK.soft });
  flow.y += 12;
  table(flow, COLUMNS, rowsOf(paper));
  for (const sentence of paper.sentences) flow.paragraph(sentence, BODY);
  if (open.length > 0) {
    flow.y += 14;
    flow.keep(70);
    flow.paragraph('Documents non réglés', HEADING);
    flow.y += 6;
    table(flow, OPEN_COLUMNS, openRows(paper));
  }
  drawFeet(pdf, { number: TITLE, seller }, false);
  return collect(pdf);
}

/**
 * How to pay what is owed, where the seller has a bank account; otherwise nothing.
 * @param reference what the transfer has to name, such as the reference of a member's account
 */
export function transferSentence(
  { iban: written, bic }: Pick<SellerOnPaper, 'iban' | 'bic'>,
  owedCents: number,
  reference?: string | null,
): string[] {
  if (!written || owedCents <= 0) return [];
  const parts = [`IBAN ${iban(written)}`, bic && `BIC ${bic}`, reference && `référence ${reference}`];
  return [`Par virement : ${parts.filter(Boolean).join(', ')}.`];
}

const amount = (cents: number): string => (cents === 0 ? '' : euros(cents));

const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

function rowsOf({ from, to, openingCents, rows, closingCents }: StatementPaper): TableRow[] {
  const debit = sumOf(rows, ({ debitCents }) => debitCents);
  const credit = sumOf(rows, ({ creditCents }) => creditCents);
  return [
    { cells: [from ? frenchDay(from) : '', 'Solde précédent', '', '', euros(openingCents)], isBold: true },
    ...rows.map(({ day, label, debitCents, creditCents, balanceCents }) => ({
      cells: [frenchDay(day), label, amount(debitCents), amount(creditCents), euros(balanceCents)],
    })),
    { cells: [frenchDay(to), 'Solde', euros(debit), euros(credit), euros(closingCents)], isBold: true },
  ];
}

function openRows({ open, day }: StatementPaper): TableRow[] {
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < day);
  const rows = open.map(({ label, issuedOn, dueOn, openCents }) => ({
    cells: [label, frenchDay(issuedOn), dueOn ? frenchDay(dueOn) : '', euros(openCents)],
  }));
  const sum = (title: string, of: readonly OpenOnStatement[]) => ({
    ...{ cells: [title, '', '', euros(sumOf(of, ({ openCents }) => openCents))], isBold: true },
  });
  return [...rows, sum('Total', open), ...(late.length > 0 ? [sum('dont en retard', late)] : [])];
}
