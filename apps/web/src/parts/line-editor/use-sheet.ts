import { useEffect, useRef, useState } from 'react';
import { type KeptSheet, keepSheet, keptSheet, type SavedSheet, type Sheet } from './kept-sheet';
import type { EditedRow } from './row';
import { areAlike, merged } from './rows';

const isSame = (one: Sheet, other: Sheet): boolean =>
  one.discount === other.discount && areAlike(one.rows, other.rows);

/** What was typed, on top of what is saved now. */
const onTop = ({ base, mine }: KeptSheet, saved: Sheet): Sheet => ({
  rows: merged(base.rows, mine.rows, saved.rows),
  discount: mine.discount === base.discount ? saved.discount : mine.discount,
});

/** Kept rows as they are after their save: those typed since then keep what was typed. */
function withIds(now: readonly EditedRow[], sent: readonly EditedRow[], saved: readonly EditedRow[]) {
  return now.map((row) => {
    const at = sent.findIndex(({ key }) => key === row.key);
    const same = saved[at];
    if (!same) return row;
    return row === sent[at] ? same : { ...row, id: same.id };
  });
}

/**
 * The sheet of an editor: kept in this tab until it is saved, and compared with what other people save meanwhile.
 * @param name of the draft, which says whose and of what it is
 */
export function useSheet(name: string, saved: SavedSheet) {
  const [base, setBase] = useState(saved);
  const [sheet, setSheet] = useState<Sheet>(() => {
    const kept = keptSheet(sessionStorage, name);
    return kept ? onTop(kept, saved) : saved;
  });
  const [isResumed, setResumed] = useState(() => !isSame(sheet, saved));
  const isChanged = !isSame(base, sheet);
  const latest = useRef(saved);
  latest.current = saved;
  const begin = (mine: Sheet) => {
    setBase(latest.current);
    setSheet({ rows: mine.rows, discount: mine.discount });
    setResumed(false);
  };
  // Lines that arrived from the server, such as a finished print: shown at once where nothing was typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another version was read
  useEffect(() => {
    if (saved.version > base.version && !isChanged) begin(saved);
  }, [saved.version]);
  useEffect(() => {
    keepSheet(sessionStorage, name, isChanged ? { base, mine: sheet } : null);
  }, [name, base, sheet, isChanged]);
  return {
    ...sheet,
    version: base.version,
    isChanged,
    /** What is shown was typed before the page was opened. */
    isResumed: isResumed && isChanged,
    /** Another person saved other lines since this person began. */
    isBehind: isChanged && saved.version > base.version,
    setRows: (next: (rows: readonly EditedRow[]) => readonly EditedRow[]) =>
      setSheet((before) => ({ ...before, rows: next(before.rows) })),
    setDiscount: (discount: string) => setSheet((before) => ({ ...before, discount })),
    discard: () => begin(latest.current),
    merge: () => begin(onTop({ base, mine: sheet }, latest.current)),
    /** The sheet that was sent is saved as the answer says; what was typed since then stays. */
    accept: (sent: Sheet, answer: SavedSheet) => {
      const rows = answer.rows.map((row, at) => ({ ...row, key: sent.rows[at]?.key ?? row.key }));
      setBase({ ...answer, rows });
      setResumed(false);
      setSheet((now) => ({
        rows: withIds(now.rows, sent.rows, rows),
        discount: now.discount === sent.discount ? answer.discount : now.discount,
      }));
    },
  };
}
export type EditedSheet = ReturnType<typeof useSheet>;
