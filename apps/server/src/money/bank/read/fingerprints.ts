import { createHash } from 'node:crypto';
import { folded } from '@pandafab/shared';
import type { StatementLine } from './statement';

/**
 * What makes each line known again in another file of the same account: the bank's own number where there is one, else
 * what the line says; the day and the amount; and its place among equal lines, because two people may pay the same on
 * one day. The same lines in two overlapping files have the same fingerprints.
 * @param accountId of the bank account
 */
export function fingerprints(accountId: string, lines: readonly StatementLine[]): string[] {
  const counts = new Map<string, number>();
  return lines.map(({ day, cents, bankId, text, name }) => {
    const what = bankId === null ? ['text', folded(text), folded(name ?? '')] : ['id', bankId];
    const key = JSON.stringify([accountId, day, cents, ...what]);
    const place = counts.get(key) ?? 0;
    counts.set(key, place + 1);
    return createHash('sha256').update(`${key} ${place}`).digest('hex');
  });
}
