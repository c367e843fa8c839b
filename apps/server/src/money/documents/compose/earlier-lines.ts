import { type Citation, isSameRow, type PaperLine } from '@pandafab/domain';
import { cents, typesetFrench } from '@pandafab/shared';
import { centsToEuros } from '../../kit/cents-to-euros';
import { frenchDay, percent } from '../../kit/french';
import type { Issued } from './order';
import { mainActivity, mainNature } from './order-lines';
import type { OpenPart } from './standing';

const NAMES = { deposit: 'Acompte', stage: 'Facture' } as const;

export const citationOf = ({ kind, number, content }: Issued): Citation => ({
  kind,
  number,
  day: content.issuedOn,
});

/**
 * The lines with which a final invoice takes back deposits and stages: one per document and VAT row, with that
 * document's own net and tax. Recomputed percentages would be a cent off, and BT-113 would declare the VAT twice.
 * @param from the position of the first of them
 */
export function earlierLines(parts: readonly OpenPart[], from: number): PaperLine[] {
  const lines = parts.flatMap(({ paper, rows }) =>
    rows.filter(({ baseCents }) => baseCents !== 0).map((row) => earlierLine(paper, row)),
  );
  return lines.map((line, at) => ({ ...line, position: from + at }));
}

function earlierLine(paper: Issued, { baseCents, vatCents: _, ...tax }: OpenPart['rows'][number]): PaperLine {
  const { content, kind, number } = paper;
  const name = kind === 'deposit' ? NAMES.deposit : NAMES.stage;
  const rate = tax.rateBasisPoints > 0 ? ` (TVA ${percent(tax.rateBasisPoints)})` : '';
  const of = content.lines.filter((line) => isSameRow(line.tax, tax));
  return {
    position: 0,
    kind: 'earlier',
    label: typesetFrench(`${name} ${number} du ${frenchDay(content.issuedOn)}${rate}`),
    details: [],
    ...{ quantity: '-1', unit: 'C62', unitPrice: centsToEuros(baseCents), basis: 1, discounts: [] },
    netCents: cents(-baseCents),
    ...{ nature: mainNature(of), activity: mainActivity(of) },
    tax,
    ...{ sourceLineId: null, cites: citationOf(paper), creditedPosition: null },
  };
}
