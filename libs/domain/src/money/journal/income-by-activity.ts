import type { PaperContent } from '../paper';
import { signOfKind, takesDepositBack } from './document-entry';
import { netsBy } from './nets-by';

/** Income net of VAT of an activity; null: the lines have none. */
export interface ActivityIncome {
  readonly activity: string | null;
  readonly netCents: number;
}

/**
 * The income of an issued document by activity, as its entry has it on the accounts of income: deposits, and what
 * takes them back, are none. Credit notes are negative. Together they are the credit minus the debit of those accounts.
 * @param cited on credits: the document that is credited
 */
export function incomeByActivity(
  content: PaperContent,
  cited: Pick<PaperContent, 'lines'> | undefined,
): ActivityIncome[] {
  if (content.kind !== 'invoice' && content.kind !== 'credit-note') return [];
  const sign = signOfKind(content.kind);
  const sums = new Map<string | null, number>();
  // A key of its own for what takes deposits back: no activity has an empty name.
  const nets = netsBy(content, (line) => (takesDepositBack(line, cited) ? '' : (line.activity ?? null)));
  for (const { key, netCents } of nets) if (key !== '') sums.set(key, (sums.get(key) ?? 0) + sign * netCents);
  return [...sums].map(([activity, netCents]) => ({ activity, netCents }));
}
