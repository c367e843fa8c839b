/** A position in the file at which an extruding move begins. */
export interface TimeMark {
  /** Bytes of the file before it. */
  readonly offset: number;
  readonly line: number;
  /** Counted from 1; 0 before the first. */
  readonly layer: number;
  /** Millimetres. */
  readonly z: number;
  /** Earlier changes, by the machine and by a person. */
  readonly toolChanges: number;
  readonly filamentChanges: number;
}

/**
 * The print time at positions of the file, so that progress and remaining time are measured in time, not in bytes.
 * Columns of equal length in the file's order; at most `MOST_MARKS` rows.
 */
export interface TimeTable {
  readonly offsets: number[];
  readonly lines: number[];
  /** Seconds since the beginning, by our own estimate. */
  readonly seconds: number[];
  readonly layers: number[];
  readonly z: number[];
  /** Number of earlier changes; absent when the file has none. */
  readonly toolChanges?: number[];
  readonly filamentChanges?: number[];
}

/** Layers shorter than a row's minimum are merged with their neighbours. */
export const MOST_MARKS = 1000;

const tenth = (value: number): number => Math.round(value * 10) / 10;
const thousandth = (value: number): number => Math.round(value * 1000) / 1000;

/** Collects marks in the order of the file, in memory that does not grow with it. */
export class Timeline {
  /** Minimum of bytes between two marks. */
  gap = 1;
  private rows: (TimeMark & { readonly seconds: number })[] = [];

  add(mark: TimeMark, seconds: number): void {
    if (mark.offset < (this.rows.at(-1)?.offset ?? Number.NEGATIVE_INFINITY) + this.gap) return;
    this.rows.push({ ...mark, seconds });
    if (this.rows.length >= MOST_MARKS) this.thin(mark.offset);
  }

  table(): TimeTable {
    const { rows } = this;
    const last = rows.at(-1);
    return {
      offsets: rows.map(({ offset }) => offset),
      lines: rows.map(({ line }) => line),
      seconds: rows.map(({ seconds }) => tenth(seconds)),
      layers: rows.map(({ layer }) => layer),
      z: rows.map(({ z }) => thousandth(z)),
      ...(last?.toolChanges && { toolChanges: rows.map(({ toolChanges }) => toolChanges) }),
      ...(last?.filamentChanges && { filamentChanges: rows.map(({ filamentChanges }) => filamentChanges) }),
    };
  }

  private thin(length: number): void {
    this.gap = Math.ceil(length / (MOST_MARKS / 2));
    let last = Number.NEGATIVE_INFINITY;
    this.rows = this.rows.filter(({ offset }) => {
      if (offset < last + this.gap) return false;
      last = offset;
      return true;
    });
  }
}

/**
 * Seconds of printing before a position of the file; between the rows in proportion to bytes.
 * @param offset bytes of the file that are done
 * @param end of the whole file
 */
export function secondsAt(
  table: Pick<TimeTable, 'offsets' | 'seconds'>,
  offset: number,
  end: { readonly bytes: number; readonly seconds: number },
): number {
  const { offsets, seconds } = table;
  const next = firstAfter(offsets, offset);
  const from = { bytes: offsets[next - 1] ?? 0, seconds: seconds[next - 1] ?? 0 };
  const to = { bytes: offsets[next] ?? end.bytes, seconds: seconds[next] ?? end.seconds };
  if (to.bytes <= from.bytes) return to.seconds;
  const share = Math.min(Math.max((offset - from.bytes) / (to.bytes - from.bytes), 0), 1);
  return from.seconds + (to.seconds - from.seconds) * share;
}

function firstAfter(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
