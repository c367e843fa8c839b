import { inLanguage, type Language, type Wording } from '@pandafab/shared';
import type { AccountEntry } from './account.entities';
import type { viewEntries } from './entry-views';

type EntryView = Awaited<ReturnType<typeof viewEntries>>[number];

/** What the kinds of entries are called. */
export const ENTRY_WORDS: Readonly<Record<AccountEntry['kind'], Wording>> = {
  'top-up': { en: 'Top-up', fr: 'Recharge' },
  charge: { en: 'Print', fr: 'Impression' },
  correction: { en: 'Correction', fr: 'Correction' },
  refund: { en: 'Refund', fr: 'Remboursement' },
  reversal: { en: 'Top-up undone', fr: 'Recharge annulée' },
};

const HEAD: Wording<readonly string[]> = {
  en: ['Date', 'Number', 'Entry', 'For', 'Amount (EUR)', 'Balance (EUR)'],
  fr: ['Date', 'Numéro', 'Mouvement', 'Objet', 'Montant (EUR)', 'Solde (EUR)'],
};

/** Spreadsheets run a text that begins with one of these as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const quoted = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Decimals as the spreadsheets of the language read them. */
const amount = (cents: number, language: Language): string =>
  (cents / 100).toFixed(2).replace('.', language === 'fr' ? ',' : '.');

/**
 * The entries of an account as CSV: UTF-8 with a byte order mark and semicolons, as French spreadsheets open it.
 * @param entries the oldest first
 */
export function statementOf(entries: readonly EntryView[], language: Language): string {
  const rows = entries.map(({ bookedOn, number, kind, cents, balanceCents, print, reason }) => [
    ...[bookedOn, number, inLanguage(ENTRY_WORDS[kind], language), quoted(print?.fileName ?? reason ?? '')],
    ...[amount(cents, language), amount(balanceCents, language)],
  ]);
  const lines = [inLanguage(HEAD, language), ...rows].map((cells) => cells.join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
