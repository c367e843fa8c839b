import type { CityDatabase } from '../../city/foundations';

/** Text of a source file, there exactly once, and what stands there with the bug. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A bug that somebody could have written, and that the chaos must not let pass. */
export interface Plant {
  readonly name: string;
  /** What goes wrong, in a sentence. */
  readonly bug: string;
  readonly edits: readonly Edit[];
  /** One of these violations is how it is known. */
  readonly caughtBy: RegExp;
  /** Where it can be seen; both where absent. */
  readonly database?: CityDatabase;
}
