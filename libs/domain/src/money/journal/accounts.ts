import type { LineNature, LineTax, PaperLine, VatCategory } from '../paper';

/** An account of the books: its number in the plan comptable général, and its French name. */
export interface Account {
  /** Three digits or more; the file for the tax office allows digits and capital letters after them. */
  readonly number: string;
  readonly label: string;
}

/** A journal of the books, such as VT "Ventes". */
export interface Journal {
  readonly code: string;
  readonly label: string;
}

/** Which income goes to an account. Null: any. Of the rules that fit a line, the most precise one counts. */
export interface IncomeRule {
  readonly activity: string | null;
  readonly nature: LineNature | null;
  readonly category: VatCategory | null;
  readonly account: Account;
}

/** An account that money comes to, and the journal of its entries. */
export interface MoneyAccount {
  readonly account: Account;
  readonly journal: Journal;
}

/** The accounts and journals in force on a day: dated settings. */
export interface BookAccounts {
  /** What clients owe, one sub-ledger account per client. */
  readonly clients: Account;
  /** Deposits that a final invoice has not taken back yet. */
  readonly deposits: Account;
  /** Prepaid money of members, until they spend it. */
  readonly membersMoney: Account;
  readonly income: readonly IncomeRule[];
  /** One account for each rate in basis points. */
  readonly vat: readonly { readonly rateBasisPoints: number; readonly account: Account }[];
  /** For rates without an account of their own. */
  readonly otherVat: Account;
  readonly sales: Journal;
  /** Banks, the cash box, cheques and cards on their way, and differences of cents. */
  readonly money: readonly MoneyAccount[];
  /** For money accounts that are not listed, and for payments that are allotted later. */
  readonly other: Journal;
}

type BookedLine = Pick<PaperLine, 'nature' | 'activity'> & { readonly tax: Pick<LineTax, 'categoryCode'> };

/** An activity says more than a VAT category, and a category more than the nature. */
const precisionOf = ({ activity, category, nature }: IncomeRule): number =>
  (activity === null ? 0 : 4) + (category === null ? 0 : 2) + (nature === null ? 0 : 1);

const fits = (rule: IncomeRule, { activity, nature, tax }: BookedLine): boolean =>
  (rule.activity === null || rule.activity === activity) &&
  (rule.category === null || rule.category === tax.categoryCode) &&
  (rule.nature === null || rule.nature === nature);

/**
 * The income account of a line: that of the most precise rule which fits; of equally precise ones, the first.
 * @throws RangeError when no rule fits: settings are checked to have one for everything
 */
export function incomeAccountOf({ income }: Pick<BookAccounts, 'income'>, line: BookedLine): Account {
  const [best] = income.filter((rule) => fits(rule, line)).sort((a, b) => precisionOf(b) - precisionOf(a));
  if (!best) throw new RangeError('no income account for every line');
  return best.account;
}

/** The account of the VAT at a rate. */
export const vatAccountOf = ({ vat, otherVat }: BookAccounts, rateBasisPoints: number): Account =>
  vat.find((row) => row.rateBasisPoints === rateBasisPoints)?.account ?? otherVat;

/** The account and journal of a means of payment. @param number as the means has it @param label for unlisted ones */
export const moneyAccountOf = ({ money, other }: BookAccounts, number: string, label: string): MoneyAccount =>
  money.find(({ account }) => account.number === number) ?? { account: { number, label }, journal: other };

/** True where every line finds an account: there is a rule for goods and one for services, whatever else they are. */
export const coversEverything = (income: readonly IncomeRule[]): boolean =>
  (['goods', 'services'] as const).every((nature) =>
    income.some(
      (rule) =>
        rule.activity === null && rule.category === null && (rule.nature === null || rule.nature === nature),
    ),
  );
