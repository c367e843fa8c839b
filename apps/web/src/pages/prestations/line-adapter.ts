import { api, content, type Schemas } from '../../api/client';
import { currentLanguage, t } from '../../i18n/i18n';
import type { Amounts } from '../../parts/line-editor/amounts';
import { cellProblem } from '../../parts/line-editor/errors';
import type { SavedSheet, Sheet } from '../../parts/line-editor/kept-sheet';
import {
  discountsOf,
  plainDecimal,
  shownDecimal,
  type TypedDiscount,
  textOfDiscounts,
} from '../../parts/line-editor/numbers';
import type { FindPrice } from '../../parts/line-editor/price-dialog';
import type { EditedRow } from '../../parts/line-editor/row';
import type { Line } from './billing';

type EditedLine = Schemas['EditedLine'];
type Discount = Schemas['Discount'];

const WHOLE_NUMBER = /^[1-9]\d{0,6}$/;

/** A saved line as the editor shows it. */
const rowOf = (line: Line, language: string): EditedRow => ({
  ...{ key: line.id, id: line.id, kind: line.kind, label: line.label, unit: line.unit },
  quantity: shownDecimal(line.quantity, language),
  unitPrice: shownDecimal(line.unitPrice, language),
  basis: String(line.basis),
  discount: textOfDiscounts(line.discounts, language),
  activity: line.activity ?? '',
  nature: line.nature ?? 'services',
  servedOn: line.servedOn,
  stageId: line.stageId ?? '',
  articleId: line.articleId,
  details: line.details,
});

interface SavedLines {
  readonly lines: readonly Line[];
  readonly discounts: readonly Discount[];
}

export const sheetOf = (saved: SavedLines, version: number, language: string): SavedSheet => ({
  version,
  rows: saved.lines.map((line) => rowOf(line, language)),
  discount: textOfDiscounts(saved.discounts, language),
});

/** What the API needs to know of the discounts before: their labels stay. */
export type Labels = ReadonlyMap<string, readonly string[]>;
export const labelsOf = (lines: readonly Line[]): Labels =>
  new Map(lines.map(({ id, discounts }) => [id, discounts.map(({ label }) => label)]));

const discountLabel = (): string => t('prestations.discountLabel');
const discountsIn = (text: string, labels: readonly string[] = []): TypedDiscount[] | undefined =>
  discountsOf(text, labels, discountLabel());

const hasNoFigures = ({ kind }: EditedRow): boolean => kind === 'text' || kind === 'subtotal';

/** What the browser cannot even send: a text where a number belongs. The server checks everything else. */
function unreadable(row: EditedRow, at: number): { path: string; message: string }[] {
  if (hasNoFigures(row)) return [];
  const wrong = (name: string, message: string) => ({ path: `lines.${at}.${name}`, message });
  return [
    ...(plainDecimal(row.quantity) ? [] : [wrong('quantity', t('lineEditor.notANumber'))]),
    ...(plainDecimal(row.unitPrice) ? [] : [wrong('unitPrice', t('lineEditor.notANumber'))]),
    ...(WHOLE_NUMBER.test(row.basis.trim()) ? [] : [wrong('basis', t('lineEditor.notANumber'))]),
    ...(discountsIn(row.discount) ? [] : [wrong('discount', t('lineEditor.notADiscount'))]),
  ];
}

function lineOf(row: EditedRow, labels: Labels): EditedLine {
  const { kind, label, activity, nature, unit } = row;
  const stageId = row.stageId || null;
  const id = row.id ?? undefined;
  const discounts = discountsIn(row.discount, labels.get(row.id ?? '')) ?? [];
  if (kind === 'text') return { id, kind, label, details: [...row.details], stageId };
  if (kind === 'subtotal') return { id, kind, label, stageId };
  if (kind === 'print') return { id: row.id ?? '', kind, label, discounts, stageId };
  const figures = {
    quantity: plainDecimal(row.quantity) ?? '',
    unitPrice: plainDecimal(row.unitPrice) ?? '',
    basis: Number(row.basis),
    servedOn: row.servedOn || undefined,
  };
  const common = { id, label, details: [...row.details], ...figures, discounts, stageId };
  if (kind === 'machine-time') return { ...common, kind };
  const sold = { ...common, activity, nature, unit };
  return kind === 'article' && row.articleId
    ? { ...sold, kind, articleId: row.articleId }
    : { ...sold, kind: 'typed' };
}

/** @throws Problem that names the cells which hold no number */
export function bodyOf(sheet: Sheet, version: number, labels: Labels, wholeLabels: readonly string[]) {
  const whole = discountsIn(sheet.discount, wholeLabels);
  const wrong = sheet.rows.flatMap(unreadable);
  if (!whole) wrong.push({ path: 'discounts', message: t('lineEditor.notADiscount') });
  if (wrong.length > 0)
    throw cellProblem(t('lineEditor.fieldsWrong'), t('lineEditor.fieldsWrongCure'), wrong);
  return { version, lines: sheet.rows.map((row) => lineOf(row, labels)), discounts: whole };
}

/**
 * Asks the server for the price with which a row comes to an amount with tax.
 * @throws Problem when a cell that the answer depends on holds no number
 */
export const findPrice =
  (id: string): FindPrice =>
  async (row, grossCents) => {
    const wrong = unreadable({ ...row, unitPrice: '0' }, 0);
    if (wrong.length > 0)
      throw cellProblem(t('lineEditor.fieldsWrong'), t('lineEditor.fieldsWrongCure'), wrong);
    const isMachineTime = row.kind === 'machine-time';
    const body = {
      grossCents,
      quantity: plainDecimal(row.quantity) ?? '',
      basis: Number(row.basis),
      discounts: discountsIn(row.discount) ?? [],
      activity: isMachineTime ? null : row.activity || null,
      nature: isMachineTime ? null : row.nature,
      stageId: row.stageId || null,
      servedOn: row.servedOn || undefined,
    };
    const params = { path: { id } };
    const answer = await content(api.POST('/api/v1/prestations/{id}/price-with-tax', { params, body }));
    const typed = (found: Schemas['LinePrice'] | null) =>
      found && { ...found, unitPrice: shownDecimal(found.unitPrice, currentLanguage()) };
    return { exact: typed(answer.exact), below: typed(answer.below), above: typed(answer.above) };
  };

/** Asks the server for the amounts; rows that are not complete have none yet. */
export async function calculate(sheet: Sheet): Promise<Amounts> {
  const isWithoutFigures = sheet.rows.map(hasNoFigures);
  const isComplete = sheet.rows.map((row, at) => unreadable(row, at).length === 0);
  const lines = sheet.rows.map((row, at) =>
    hasNoFigures(row) || !isComplete[at]
      ? { kind: hasNoFigures(row) ? row.kind : ('text' as const), basis: 1, discounts: [] }
      : {
          kind: row.kind,
          quantity: plainDecimal(row.quantity),
          unitPrice: plainDecimal(row.unitPrice),
          basis: Number(row.basis),
          discounts: discountsIn(row.discount) ?? [],
        },
  );
  const body = { lines, discounts: discountsIn(sheet.discount) ?? [] };
  const answer = await content(api.POST('/api/v1/prestations/calculation', { body }));
  return {
    rows: answer.lines.map(({ netCents, subtotalCents }, at) =>
      isComplete[at] ? (subtotalCents ?? netCents) : null,
    ),
    ...{ linesCents: answer.linesCents, discountCents: answer.discountCents, netCents: answer.netCents },
    isWhole: answer.lines.every(
      ({ netCents }, at) => isComplete[at] && (netCents !== null || isWithoutFigures[at]),
    ),
  };
}
