import type { GuardPolicy } from '@pandafab/shared';
import type { CommandFact, Finding, GuardFacts, Heater } from './facts';
import {
  commandFinding,
  heatFinding,
  leftHotFinding,
  lengthFinding,
  objectionTo,
  reachFinding,
  walkFinding,
} from './rules';

const HEATERS: readonly Heater[] = ['nozzle', 'bed', 'chamber'];

/**
 * Checks a file's facts against one machine's policy. Pure and fast: a file is read once, and judged for each possible
 * machine.
 * @returns the violations, by line; the file is refused when one of them refuses it (`isRefused`)
 */
export function judge(facts: GuardFacts, policy: GuardPolicy): Finding[] {
  const findings = [
    ...facts.commands.map((fact) => judgeCommand(fact, policy)),
    ...HEATERS.map((heater) => judgeHeat(facts, heater, policy)),
    ...facts.reach.map((fact) => reachFinding(policy, fact)),
    ...facts.walks.map((fact) => walkFinding(policy, fact)),
    ...tooLong(facts, policy),
    ...facts.leftHot.map((fact) => leftHotFinding(policy, fact)),
    tooManyKinds(facts),
  ].filter((finding) => finding !== null);
  return findings.sort((a, b) => a.line - b.line);
}

/** True when a file with these findings must not be queued for the machine. */
export const isRefused = (findings: readonly Pick<Finding, 'severity'>[]): boolean =>
  findings.some(({ severity }) => severity === 'refuse');

function judgeCommand(fact: CommandFact, policy: GuardPolicy): Finding | null {
  const objection = objectionTo(policy, fact.rule);
  return objection && commandFinding(objection, fact);
}

/** The first line that is too hot. */
const judgeHeat = ({ heat }: GuardFacts, heater: Heater, policy: GuardPolicy): Finding | null =>
  firstOf(heat, (fact) => (fact.heater === heater ? heatFinding(policy, fact) : null));

/** The first line of each kind that is too long for the machine. */
function tooLong({ long }: GuardFacts, policy: GuardPolicy): (Finding | null)[] {
  const kinds = new Set(long.map(({ rule }) => rule));
  return [...kinds].map((kind) =>
    firstOf(long, (fact) => (fact.rule === kind ? lengthFinding(policy, fact) : null)),
  );
}

function firstOf<Fact>(facts: readonly Fact[], find: (fact: Fact) => Finding | null): Finding | null {
  for (const fact of facts) {
    const finding = find(fact);
    if (finding) return finding;
  }
  return null;
}

function tooManyKinds({ further }: GuardFacts): Finding | null {
  if (!further) return null;
  const { line, count } = further;
  return {
    ...{ line, code: 'GUARD.TOO_MANY_COMMANDS', severity: 'refuse', command: '', details: { line } },
    ...{ count, rule: null },
  };
}
