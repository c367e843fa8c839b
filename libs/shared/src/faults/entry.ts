import type { Wording } from '../wording';

/** What happened, then what to do next. The fault's parameter `name` replaces `{name}`. */
export type Sentences = readonly [what: string, cure: string];

/** The sentences and the HTTP status of one fault. */
export interface FaultEntry extends Wording<Sentences> {
  /** HTTP status of the problem+json answer. */
  readonly status: number;
  /** By parameter: words for its values, where these are words of the code. */
  readonly terms?: Readonly<Record<string, Readonly<Record<string, Wording>>>>;
  /** What a maker does next, if the cure above is for the staff. */
  readonly makerCure?: Wording;
}

/** Keeps the literal codes of a catalogue, and checks that both languages are present. */
export const entries = <Code extends string>(catalogue: Record<Code, FaultEntry>): Record<Code, FaultEntry> =>
  catalogue;
