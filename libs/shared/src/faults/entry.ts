/** What happened, then what to do next. `{name}` takes the fault's parameter of that name. */
export type Sentences = readonly [what: string, cure: string];

/** How one fault is shown to people. */
export interface FaultEntry {
  /** HTTP status of the problem+json answer. */
  readonly status: number;
  readonly en: Sentences;
  readonly fr: Sentences;
  /** What a maker does next, where the cure above is for the staff. */
  readonly makerCure?: Readonly<Record<'en' | 'fr', string>>;
}

/** Keeps the literal codes of a catalogue while checking that both languages are there. */
export const entries = <Code extends string>(catalogue: Record<Code, FaultEntry>): Record<Code, FaultEntry> =>
  catalogue;
