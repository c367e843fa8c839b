/** What a key does in a cell. */
export type Step =
  | { readonly kind: 'go'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
  | { readonly kind: 'move'; readonly by: -1 | 1 };

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the cursor stands in the cell. */
export interface Caret {
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
  /** A text of one line: Up and Down have no use inside it. */
  readonly isOneLine: boolean;
  /** A list of choices: its own keys are Up and Down. */
  readonly isList: boolean;
}

const go = (rows: -1 | 0 | 1, columns: -1 | 0 | 1): Step => ({ kind: 'go', rows, columns });

/**
 * As in a spreadsheet: Enter goes down, arrows go to the next cell at the end of the text, Alt with an arrow moves the
 * whole row. Tab is the browser's.
 * @returns undefined where the key is the field's own
 */
export function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed, caret: Caret): Step | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) {
    if (key === 'ArrowUp') return { kind: 'move', by: -1 };
    return key === 'ArrowDown' ? { kind: 'move', by: 1 } : undefined;
  }
  if (key === 'Enter') return go(shiftKey ? -1 : 1, 0);
  if (shiftKey) return undefined;
  if (key === 'ArrowUp' && !caret.isList && (caret.isOneLine || caret.isAtStart)) return go(-1, 0);
  if (key === 'ArrowDown' && !caret.isList && (caret.isOneLine || caret.isAtEnd)) return go(1, 0);
  if (key === 'ArrowLeft' && caret.isAtStart) return go(0, -1);
  if (key === 'ArrowRight' && caret.isAtEnd) return go(0, 1);
  return undefined;
}
