import type { natureValues, unitValues } from '../../api/schema';

export type Unit = (typeof unitValues)[number];
type Nature = (typeof natureValues)[number];

/** `print` and `machine-time` come from the machines; `text` and `subtotal` have no figures of their own. */
export type RowKind = 'print' | 'machine-time' | 'article' | 'typed' | 'text' | 'subtotal';

/** A line while it is edited: figures as they were typed. The server checks them and calculates the amounts. */
export interface EditedRow {
  /** Stays the same while the line is edited. */
  readonly key: string;
  /** The line on the server; null for one that is not saved yet. */
  readonly id: string | null;
  readonly kind: RowKind;
  readonly label: string;
  readonly quantity: string;
  readonly unit: Unit;
  /** Euros net of VAT, for `basis` units. */
  readonly unitPrice: string;
  readonly basis: string;
  /** Such as “10 %”, “5,00”, or several joined by “+”. */
  readonly discount: string;
  readonly activity: string;
  readonly nature: Nature;
  /** YYYY-MM-DD; empty where it is not known yet. */
  readonly servedOn: string;
  /** Empty: no stage. */
  readonly stageId: string;
  readonly articleId: string | null;
  /** How the server came to the price of a print, one sentence each. */
  readonly details: readonly string[];
}

/** The columns that can be typed into, from the left. */
export const COLUMNS = ['label', 'quantity', 'unit', 'unitPrice', 'discount'] as const;
export type ColumnName = (typeof COLUMNS)[number];

const MEASURED: readonly ColumnName[] = ['quantity', 'unit', 'unitPrice'];

/** Whether a row has this cell: a text and a subtotal have a label only. */
export const hasCell = ({ kind }: Pick<EditedRow, 'kind'>, column: ColumnName): boolean =>
  column === 'label' || (kind !== 'text' && kind !== 'subtotal');

/** What a machine measured is shown and cannot be typed over. */
export const isLocked = ({ kind }: Pick<EditedRow, 'kind'>, column: ColumnName): boolean =>
  kind === 'print' && MEASURED.includes(column);

/** What a new row begins with. */
export type RowDefaults = Pick<EditedRow, 'activity' | 'nature' | 'servedOn'>;

export const newRow = (
  defaults: RowDefaults,
  key: string,
  given: Partial<Omit<EditedRow, 'key' | 'id'>> = {},
): EditedRow => ({
  ...{ key, id: null, kind: 'typed', label: '', quantity: '1', unit: 'C62', unitPrice: '', basis: '1' },
  ...{ discount: '', stageId: '', articleId: null, details: [] },
  ...defaults,
  ...given,
});
