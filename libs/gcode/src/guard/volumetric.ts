import type { CommandFact, GuardFacts } from './facts';

/** How a file comes to count volumes: it tells the machine with M200, or only its slicer says so. */
export type Volumetric = 'told' | 'untold';

/**
 * Rules for E itself, in the manner of a command: what no machine takes that was not told (`E:volumetric`), and what only
 * firmware takes that knows M200 (`E:told`).
 */
const RULES: Readonly<Record<Volumetric, string>> = { told: 'E:told', untold: 'E:volumetric' };

/** The facts of a file, with where its E begins to count volumes, if it does. */
export function withVolumes(facts: GuardFacts, found: ReadonlyMap<Volumetric, number>): GuardFacts {
  const added: CommandFact[] = [...found].map(([how, line]) => ({
    rule: RULES[how],
    text: 'E',
    line,
    count: 1,
  }));
  return added.length === 0 ? facts : { ...facts, commands: [...facts.commands, ...added] };
}
