import type { GuardReason } from '@pandafab/shared';
import type { ReachFact } from './facts';
import { mayHeat } from './heats';
import { macroMayHeat } from './macros';

/**
 * The commands that no manager may allow: allowing them has no effect. A manager may allow all others for a machine, at
 * the manager's own responsibility. Each has one of these reasons:
 * - no print needs it, and it affects more than this print: the firmware, the card, the connection, the host's commands;
 * - its effect is unknown, so that allowing it would allow any temperature: the limits would have no effect;
 * - a manager sets a figure for it instead: temperature limits, the chamber's limit, the start of Z.
 */
const NEVER: ReadonlySet<GuardReason> = new Set<GuardReason>([
  ...(['FIRMWARE', 'ENDS_RUN', 'FORGED_ACTION', 'CARD_FILES', 'CONNECTION'] as const),
  ...(['SECOND_COMMAND', 'UNREADABLE', 'EXPRESSION', 'PLACEHOLDER', 'TEXT'] as const),
  'NO_CHAMBER',
]);
/** Forms of writing that could hide a value: on a command that heats, any temperature. */
const BY_COMMAND: ReadonlySet<GuardReason> = new Set<GuardReason>(['AMBIGUOUS', 'PARAMETER']);

/** Marlin heats the second nozzle by R more than the first (M605.cpp). */
const DUPLICATION = 'M605';

/** The name under which a manager may allow a command; null when it must not be allowed. */
export function allowable(name: string, reason: GuardReason): string | null {
  const [base = name] = name.split(':');
  if (NEVER.has(reason) || name.startsWith('*')) return null;
  const heats = mayHeat(base) || base === DUPLICATION || macroMayHeat(base);
  return BY_COMMAND.has(reason) && heats ? null : name;
}

export const LONG_LINE = 'LINE:too-long';

/**
 * `OUTSIDE:y-max`, `TOO_FAR:x-min`. Never downwards, because of the bed; for a machine whose Z begins lower, the
 * manager sets `minZMm`.
 */
export function placeRule({
  anchor,
  axis,
  side,
}: Pick<ReachFact, 'anchor' | 'axis' | 'side'>): string | null {
  if (axis === 'z' && side === 'min') return null;
  const isUnknown = anchor === 'start' || anchor === 'lost';
  return `${isUnknown ? 'TOO_FAR' : 'OUTSIDE'}:${axis}-${side}`;
}

const LIMIT = /^(?:(?:OUTSIDE|TOO_FAR):(?:[xy]-m(?:in|ax)|z-max)|LINE:too-long)$/;
const LIKE_LIMIT = /^(?:OUTSIDE|TOO_FAR|LINE):/;

/** True for the name of a finding beyond the machine's limits, allowable or not: no command has such a name. */
export const isLimitName = (name: string): boolean => LIKE_LIMIT.test(name);
/** True for a name that may be allowed. */
export const isAllowableLimit = (name: string): boolean => LIMIT.test(name);
