import {
  creditOf,
  isCredit,
  isPart,
  lineAmount,
  type PaperContent,
  paperFlaws,
  paperTotals,
  partOfGross,
  partOfPercent,
} from '@pandafab/domain';
import { cents } from '@pandafab/shared';
import { type Figure, percentile } from '../fleet/figures';

/** The rules of amounts alone, for one document. */
export function measureRules(paper: PaperContent, rounds: number): Figure[] {
  const { lines, vat, totals } = paper;
  const gross = cents(Math.floor(totals.grossCents / 3));
  const discounts = [{ kind: 'percent', percent: '7.5', label: 'Remise' }] as const;
  const works: Readonly<Record<string, () => unknown>> = {
    'amounts and totals': () =>
      paperTotals(
        lines.map((line) => ({ ...line, ...lineAmount({ ...line, discounts }) })),
        discounts,
      ),
    'all flaws': () => paperFlaws(paper),
    'a deposit of 30 %': () => demand(isPart(partOfPercent(vat, vat, '30'))),
    'a deposit of an amount with tax': () => partOfGross(vat, gross),
    'a credit of everything': () => demand(isCredit(creditOf(paper, [], 'all'))),
  };
  return Object.entries(works).map(([name, work]) => {
    const times = Array.from({ length: rounds }, () => timed(work));
    return { scenario: 'rules', name: `${name}, median`, value: percentile(times, 0.5), unit: 'ms' };
  });
}

function demand(holds: boolean): void {
  if (!holds) throw new Error('a rule refused what it is measured with');
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
