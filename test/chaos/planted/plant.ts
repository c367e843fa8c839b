import type { CityDatabase } from '../../city/foundations';

/** Text of a source file, which occurs exactly once, and its replacement with the bug. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A bug that a developer could have written, and that the chaos test must find. */
export interface Plant {
  readonly name: string;
  /** The effect of the bug, in a sentence. */
  readonly bug: string;
  readonly edits: readonly Edit[];
  /** The violation that shows it must match this. */
  readonly caughtBy: RegExp;
  /** The database on which the bug shows; absent: both. */
  readonly database?: CityDatabase;
}
