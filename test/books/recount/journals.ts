import type { Facts } from '../facts';
import { addTo, sum } from './arithmetic';
import { type Counted, signOf } from './papers';
import type { Sums } from './periods';

/** Accounts of the French chart, as an installation begins. */
const CLIENTS = '411000';
const DEPOSITS = '419100';
const HELD = '419110';
const INCOME: Readonly<Record<string, string>> = {
  'services 2000': '706000',
  'services 0': '706100',
  'goods 550': '707000',
};
const VAT: Readonly<Record<number, string>> = { 2000: '445711', 550: '445713' };
const MONEY: Readonly<Record<string, string>> = {
  ...{ transfer: '512000', 'direct-debit': '512000', other: '512000' },
  ...{ cash: '531000', cheque: '511200', card: '511500' },
};

/** What each account comes to over the year: debits minus credits. */
export function accountSums(facts: Facts, papers: ReadonlyMap<string, Counted>): Sums {
  const sums: Sums = new Map();
  for (const counted of papers.values()) addPaper(sums, counted, papers);
  for (const { means, cents, isOfMember } of facts.payments) {
    const money = means === 'account' ? undefined : MONEY[means];
    if (money) addTo(sums, money, cents);
    // Money of a member on its way to an invoice: the client's side of the move says it.
    if (!isOfMember) addTo(sums, CLIENTS, -cents);
    if (isOfMember && money) addTo(sums, HELD, -cents);
    if (!isOfMember && !money) addTo(sums, HELD, cents);
  }
  return new Map([...sums].filter(([, value]) => value !== 0));
}

function addPaper(sums: Sums, counted: Counted, papers: ReadonlyMap<string, Counted>): void {
  const { paper, rows, gross, net, nets } = counted;
  const sign = signOf(paper);
  addTo(sums, CLIENTS, sign * gross);
  for (const { rate, vat } of rows) if (vat !== 0) addTo(sums, VAT[rate] ?? 'no account', -sign * vat);
  if (paper.kind === 'deposit' || paper.kind === 'deposit-credit') {
    addTo(sums, DEPOSITS, -sign * net);
    return;
  }
  for (const [name, cents] of nets) addTo(sums, INCOME[name] ?? 'no account', -sign * cents);
  const cited = paper.cites === null ? undefined : papers.get(paper.cites);
  const isWhole = cited !== undefined && paper.lines.length === 0;
  const deposits = isWhole ? cited.paper.deposits : paper.deposits;
  const taken = sum(deposits.map((number) => papers.get(number)?.net ?? 0));
  addTo(sums, DEPOSITS, sign * taken);
}

interface Line {
  readonly CompteNum: string;
  readonly Debit: string;
  readonly Credit: string;
}

/** `1234,56` in cents. */
const centsOf = (text: string): number => Number(text.replace(',', ''));

/** The same from the file. */
export function accountSumsOf(lines: readonly Line[]): Sums {
  const sums: Sums = new Map();
  for (const { CompteNum, Debit, Credit } of lines) addTo(sums, CompteNum, centsOf(Debit) - centsOf(Credit));
  return new Map([...sums].filter(([, value]) => value !== 0));
}
