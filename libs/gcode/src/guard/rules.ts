import type {
  FaultCode,
  FaultDetails,
  GuardPolicy,
  GuardReason,
  GuardSeverity,
  GuardVolume,
} from '@pandafab/shared';
import { LONGEST_FRAME_BYTES } from '../line-frame';
import { allowable, LONG_LINE, placeRule } from './allowable';
import type { CommandFact, Finding, HeatFact, LengthFact, ReachFact } from './facts';
import { rounded } from './furthest';
import { isHostPause, isText } from './manners';

export interface Objection {
  readonly severity: GuardSeverity;
  readonly reason: GuardReason;
}

const UNKNOWN: Objection = { severity: 'refuse', reason: 'UNKNOWN_COMMAND' };

/** A policy's objection to a command, by the name of its rule; null when it is permitted. */
export function objectionTo(policy: GuardPolicy, name: string): Objection | null {
  const { decider, objection } = rulingOn(policy, name);
  if (objection && !(isAllowed(policy, name, objection) || isAllowed(policy, decider, objection)))
    return objection;
  const [base = name, manner] = name.split(':');
  return manner === 'chamber' && policy.maxCelsius.chamber === null ? noChamber(base) : null;
}

const isAllowed = ({ allowed }: GuardPolicy, name: string, { reason }: Objection): boolean =>
  allowed.includes(name) && allowable(name, reason) !== null;

/** Commands that only heat or wait for a chamber: they can be left out. A macro does more. */
const ONLY_CHAMBER = new Set(['M141', 'M191', 'SET_HEATER_TEMPERATURE', 'TEMPERATURE_WAIT']);

/** A machine without a chamber limit has no heated chamber: a wait for it would never end. */
const noChamber = (base: string): Objection => ({
  severity: ONLY_CHAMBER.has(base) ? 'strip' : 'warn',
  reason: 'NO_CHAMBER',
});

/** The most specific rule for a command, and its name. `*ambiguous` and similar names mean a form of writing. */
function rulingOn(policy: GuardPolicy, name: string): { decider: string; objection: Objection | null } {
  const [base = name, manner] = name.split(':');
  for (const decider of manner === undefined ? [name] : [name, `*:${manner}`, `*${manner}`, base]) {
    const rule = Object.hasOwn(policy.rules, decider) ? policy.rules[decider] : undefined;
    if (rule !== undefined) return { decider, objection: rule === 'allow' ? null : rule };
  }
  return { decider: base, objection: UNKNOWN };
}

export function commandFinding(
  { severity, reason }: Objection,
  { rule, text, line, count, part }: CommandFact,
): Finding {
  const code: FaultCode = `GUARD.${reason}`;
  return {
    line,
    code,
    severity,
    command: text,
    details: { line, command: text, ...(part !== undefined && { placeholder: part }) },
    count,
    rule: allowable(rule, reason),
  };
}

const limitFinding = (
  code: FaultCode,
  details: FaultDetails & { line: number },
  rule: string | null = null,
): Finding => ({
  ...{ line: details.line, code, severity: 'refuse', command: '', details, count: 1, rule },
});

const TOO_HOT = {
  nozzle: 'GUARD.NOZZLE_TOO_HOT',
  bed: 'GUARD.BED_TOO_HOT',
  chamber: 'GUARD.CHAMBER_TOO_HOT',
} as const;

/** A target above the machine's limit; null for a permitted one, or without a known limit. */
export function heatFinding(policy: GuardPolicy, { heater, celsius, line }: HeatFact): Finding | null {
  const limit = policy.maxCelsius[heater];
  return limit === null || celsius <= limit ? null : limitFinding(TOO_HOT[heater], { line, celsius, limit });
}

const LEFT_HOT = {
  nozzle: 'GUARD.NOZZLE_LEFT_HOT',
  bed: 'GUARD.BED_LEFT_HOT',
  chamber: 'GUARD.CHAMBER_LEFT_HOT',
} as const;

/** A heater that the file does not switch off: the host does, when the run ends. Null for one that is never heated. */
export function leftHotFinding(policy: GuardPolicy, { heater, celsius, line }: HeatFact): Finding | null {
  if (heater === 'chamber' && policy.maxCelsius.chamber === null) return null;
  return { ...limitFinding(LEFT_HOT[heater], { line, celsius }), severity: 'warn' };
}

/**
 * A line that the firmware's buffer would cut; null for one that fits, or that is not sent. A text that is too long is left
 * out: it has no effect on the machine.
 */
export function lengthFinding(policy: GuardPolicy, { bytes, line, rule, text }: LengthFact): Finding | null {
  const limit = longestFrame(policy);
  if (bytes <= limit || isKeptBack(policy, rule)) return null;
  if (!isText(baseOf(rule))) return limitFinding('FILE.LINE_TOO_LONG', { line, bytes, limit }, LONG_LINE);
  const objection: Objection = { severity: 'strip', reason: 'TEXT' };
  return commandFinding(objection, { rule, text, line, count: 1 });
}

/** Bytes of the longest line that is sent: above the profile's value if a manager has set that the firmware holds it. */
export const longestFrame = ({ allowed, maxFrameBytes }: GuardPolicy): number =>
  allowed.includes(LONG_LINE) ? LONGEST_FRAME_BYTES : maxFrameBytes;

/** A pause that the host makes, or a command that is left out or refused for another reason. */
const isKeptBack = (policy: GuardPolicy, rule: string): boolean =>
  isHostPause(rule) || (objectionTo(policy, rule)?.severity ?? 'warn') !== 'warn';
const baseOf = (rule: string): string => rule.split(':')[0] ?? rule;

/**
 * How far the tool may move from an unknown position: up, and sideways before homing, to get clear of an obstacle. Not
 * down, because of the bed; and after levelling the tool may be at the edge.
 */
const BLIND_MM = 50;

/** How far the tool may go from an anchor, millimetres; infinite without a limit. */
export function reachLimit({ volume }: GuardPolicy, { anchor, axis, side }: Side): number {
  if (!volume) return side === 'min' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (anchor === 'machine') return volume[side][axis];
  if (isHomed(anchor)) return rounded(volume[side][axis] - homeOf(volume, { anchor, axis, side }));
  if (axis === 'z') return side === 'max' ? BLIND_MM : 0;
  const blind = anchor === 'start' ? BLIND_MM : 0;
  return side === 'max' ? blind : 0 - blind;
}

type Side = Pick<ReachFact, 'anchor' | 'axis' | 'side'>;
const isHomed = (anchor: ReachFact['anchor']): boolean => anchor === 'home' || anchor === 'bed';

/** The position after homing, for moves in that direction: the exact position, or the furthest possible one. */
function homeOf({ home, homeUpTo, homesAtEnd, max }: GuardVolume, { anchor, axis, side }: Side): number {
  if (homesAtEnd && side === 'max' && axis !== 'z') return max[axis];
  const isExact = side === 'min' || (anchor === 'home' && axis !== 'z');
  return isExact ? home[axis] : (homeUpTo ?? max)[axis];
}

/** A place outside the machine's volume, or a walk longer than the machine; null for one that it can reach. */
export function reachFinding(policy: GuardPolicy, fact: ReachFact): Finding | null {
  const { volume } = policy;
  const limit = reachLimit(policy, fact);
  const { anchor, side, line } = fact;
  if (!volume || (side === 'min' ? fact.mm >= limit : fact.mm <= limit)) return null;
  const rule = placeRule(fact);
  if (rule !== null && policy.allowed.includes(rule)) return null;
  const axis = fact.axis.toUpperCase();
  if (anchor === 'start' || anchor === 'lost')
    return limitFinding('GUARD.TOO_FAR', { line, axis, mm: fact.mm, limit }, rule);
  const mm = rounded(fact.mm + (isHomed(anchor) ? homeOf(volume, fact) : 0));
  const [min, max] = [volume.min[fact.axis], volume.max[fact.axis]];
  return limitFinding('GUARD.OUTSIDE', { line, axis, mm, min, max }, rule);
}

/** A relative move out of the volume after the print; only a warning when the firmware's software endstops end it. */
export function walkFinding(policy: GuardPolicy, fact: ReachFact): Finding | null {
  const finding = reachFinding(policy, fact);
  if (!finding || !policy.volume?.stopsAtEnds) return finding;
  const { line, mm } = fact;
  const details = { line, axis: fact.axis.toUpperCase(), mm, limit: reachLimit(policy, fact) };
  return { ...limitFinding('GUARD.STOPPED_AT_END', details, finding.rule), severity: 'warn' };
}
