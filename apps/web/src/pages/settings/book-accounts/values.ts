import type { Schemas } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { demandDecimal } from '../../../parts/decimal';

export type BookAccounts = Schemas['BookAccounts'];
type Change = Schemas['BookAccountsChange'];
export type Account = Schemas['BookAccount'];
export type Journal = Schemas['BookJournal'];

/** A row of income as typed: empty texts stand for “any”. */
export interface IncomeRow extends Account {
  readonly activity: string;
  readonly nature: string;
  readonly category: string;
}
/** The rate in per cent, as typed. */
export interface VatRow extends Account {
  readonly rate: string;
}
export interface MoneyRow extends Account {
  readonly code: string;
  readonly journalLabel: string;
}

/** The accounts and journals that have a place of their own. */
export const ACCOUNTS = ['clients', 'deposits', 'membersMoney', 'otherVat'] as const;
export type AccountName = (typeof ACCOUNTS)[number];
export const JOURNALS = ['sales', 'other'] as const;
export type JournalName = (typeof JOURNALS)[number];

/** The form keeps its fields as texts: each list of rows is one of them. */
export interface Values extends Readonly<Record<string, string>> {
  readonly inForceFrom: string;
  readonly income: string;
  readonly vat: string;
  readonly money: string;
}
export const writeRows = (rows: readonly object[]): string => JSON.stringify(rows);
export const readRows = <Row>(text: string | undefined): readonly Row[] => JSON.parse(text ?? '[]') as Row[];

/** Forms read a point in a name as a path: the fields have names without one. */
export const numberField = (name: AccountName): string => `${name}_number`;
export const labelField = (name: AccountName | JournalName): string => `${name}_label`;
export const codeField = (name: JournalName): string => `${name}_code`;

const BASIS_POINTS = 100;

export function valuesOf(accounts: BookAccounts, today: string): Values {
  const single = [
    ...ACCOUNTS.flatMap((name) => [
      [numberField(name), accounts[name].number],
      [labelField(name), accounts[name].label],
    ]),
    ...JOURNALS.flatMap((name) => [
      [codeField(name), accounts[name].code],
      [labelField(name), accounts[name].label],
    ]),
  ];
  return {
    ...Object.fromEntries(single),
    inForceFrom: today,
    income: writeRows(
      accounts.income.map(({ activity, nature, category, account }) => ({
        ...account,
        ...{ activity: activity ?? '', nature: nature ?? '', category: category ?? '' },
      })),
    ),
    vat: writeRows(
      accounts.vat.map(({ rateBasisPoints, account }) => ({
        ...account,
        rate: String(rateBasisPoints / BASIS_POINTS),
      })),
    ),
    money: writeRows(
      accounts.money.map(({ account, journal }) => ({
        ...account,
        ...{ code: journal.code, journalLabel: journal.label },
      })),
    ),
  };
}

const accountOf = ({ number, label }: Account): Account => ({ number: number.trim(), label: label.trim() });

/** What is sent. @throws Problem for a rate that is no number */
export function bodyOf(values: Values): Change {
  const text = (name: string): string => (values[name] ?? '').trim();
  const account = (name: AccountName) => ({ number: text(numberField(name)), label: text(labelField(name)) });
  const journal = (name: JournalName) => ({ code: text(codeField(name)), label: text(labelField(name)) });
  return {
    inForceFrom: values.inForceFrom,
    ...{ clients: account('clients'), deposits: account('deposits') },
    ...{ membersMoney: account('membersMoney'), otherVat: account('otherVat') },
    ...{ sales: journal('sales'), other: journal('other') },
    income: readRows<IncomeRow>(values.income).map((row) => ({
      activity: row.activity || null,
      nature: (row.nature || null) as Change['income'][number]['nature'],
      category: (row.category || null) as Change['income'][number]['category'],
      account: accountOf(row),
    })),
    vat: readRows<VatRow>(values.vat).map((row) => ({
      rateBasisPoints: Math.round(demandDecimal('vat', row.rate) * BASIS_POINTS),
      account: accountOf(row),
    })),
    money: readRows<MoneyRow>(values.money).map((row) => ({
      account: accountOf(row),
      journal: { code: row.code.trim(), label: row.journalLabel.trim() },
    })),
  };
}

/** The server's `clients.number` is a field here. Errors in a row are shown at its list, which is one field. */
export function atFields(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const fields = error.fields.map(({ path, message }) => ({
    path: /^(income|vat|money)\b/.exec(path)?.[0] ?? path.replace('.', '_'),
    message,
  }));
  return new Problem(error.code, error.what, error.cure, fields);
}
