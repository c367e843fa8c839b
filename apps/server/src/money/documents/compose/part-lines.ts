import { isSameRow, type PaperLine, type Part } from '@pandafab/domain';
import { centsToEuros } from '../../kit/cents-to-euros';
import { percent } from '../../kit/french';
import type { Agreed } from './agreed';
import { mainActivity, mainNature } from './order-lines';

/** The lines of a deposit or of a stage: one per VAT row. @param label what the part is */
export function partLines(label: string, { rows }: Part, agreed: Agreed): PaperLine[] {
  const charged = rows.filter(({ baseCents }) => baseCents !== 0);
  return charged.map(({ baseCents, vatCents: _, departs: __, ...tax }, at) => {
    const of = agreed.lines.filter((line) => isSameRow(line.tax, tax));
    const rate = charged.length > 1 && tax.rateBasisPoints > 0 ? `, TVA ${percent(tax.rateBasisPoints)}` : '';
    return {
      position: at + 1,
      ...{ kind: 'item', label: `${label}${rate}`, details: [], quantity: '1', unit: 'C62' },
      ...{ unitPrice: centsToEuros(baseCents), basis: 1, discounts: [], netCents: baseCents },
      ...{ nature: mainNature(of), activity: mainActivity(of) },
      tax,
      ...{ sourceLineId: null, cites: null, creditedPosition: null },
    };
  });
}
