import type { EditedRow } from './row';

/** The rows of an editor, and the discount on the whole, such as “5 %”. */
export interface Sheet {
  readonly rows: readonly EditedRow[];
  readonly discount: string;
}

/** A sheet as it is saved; `version` grows with each change on the server. */
export interface SavedSheet extends Sheet {
  readonly version: number;
}

/** What was typed and not saved. */
export interface KeptSheet {
  /** What was saved when the person began. */
  readonly base: SavedSheet;
  readonly mine: Sheet;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (name: string): string => `pandafab-draft-${name}`;

/** Null forgets it. A full or forbidden storage must not disturb the editor, which still shows the rows. */
export function keepSheet(storage: Storage, name: string, kept: KeptSheet | null): void {
  try {
    if (kept) storage.setItem(keyOf(name), JSON.stringify(kept));
    else storage.removeItem(keyOf(name));
  } catch {
    // The cells still show what was typed.
  }
}

/** The sheet kept in this tab; null for none, and for one of another form of the page. */
export function keptSheet(storage: Storage, name: string): KeptSheet | null {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(name)) ?? 'null') as Partial<KeptSheet> | null;
    const isWhole = typeof kept?.base?.version === 'number' && isSheet(kept.base) && isSheet(kept.mine);
    return isWhole ? (kept as KeptSheet) : null;
  } catch {
    return null;
  }
}

const TEXTS = ['key', 'kind', 'label', 'quantity', 'unit', 'unitPrice', 'basis', 'discount'] as const;
const isSheet = (sheet: Partial<Sheet> | undefined): boolean =>
  typeof sheet?.discount === 'string' &&
  Array.isArray(sheet.rows) &&
  sheet.rows.every((row) => TEXTS.every((name) => typeof row?.[name] === 'string'));
