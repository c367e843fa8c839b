import type { CommandFact, GuardFacts } from './facts';

/** Why E counts volumes in a file: an M200 in the file, or only the slicer's settings. */
export type Volumetric = 'told' | 'untold';

/**
 * Rules for E itself, in the manner of a command: volumes without M200, which no machine reads correctly
 * (`E:volumetric`), and volumes with M200, which only firmware that knows M200 reads correctly (`E:told`).
 */
const RULES: Readonly<Record<Volumetric, string>> = { told: 'E:told', untold: 'E:volumetric' };

/** The facts of a file, with the line from which E counts volumes, if any. */
export function withVolumes(facts: GuardFacts, found: ReadonlyMap<Volumetric, number>): GuardFacts {
  const added: CommandFact[] = [...found].map(([how, line]) => ({
    rule: RULES[how],
    text: 'E',
    line,
    count: 1,
  }));
  return added.length === 0 ? facts : { ...facts, commands: [...facts.commands, ...added] };
}
