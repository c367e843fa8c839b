import type { GuardReason } from '@pandafab/shared';
import type { ReachFact } from './facts';
import { mayHeat } from './heats';
import { macroMayHeat } from './macros';

/**
 * What no manager may let pass: allowing it has no effect. Everything else a manager may allow for a machine, and
 * answers for it. Each has one of these reasons:
 * - no print needs it, and it touches more than this print: the firmware, the card, the connection, the host's orders;
 * - what it does cannot be told, so that allowing it would allow any heat at all: the limits would be void;
 * - there is a figure for it that a manager sets instead: limits of heat, the chamber's, where Z begins.
 */
const NEVER: ReadonlySet<GuardReason> = new Set<GuardReason>([
  ...(['FIRMWARE', 'ENDS_RUN', 'FORGED_ACTION', 'CARD_FILES', 'CONNECTION'] as const),
  ...(['SECOND_COMMAND', 'UNREADABLE', 'EXPRESSION', 'PLACEHOLDER', 'TEXT'] as const),
  'NO_CHAMBER',
]);
/** Ways of writing that matter by what they could hide: on a command that heats, any temperature. */
const BY_COMMAND: ReadonlySet<GuardReason> = new Set<GuardReason>(['AMBIGUOUS', 'PARAMETER']);

/** Marlin heats the second nozzle by R more than the first (M605.cpp). */
const DUPLICATION = 'M605';

/** The name under which a manager may allow a command; null for what nobody should. */
export function allowable(name: string, reason: GuardReason): string | null {
  const [base = name] = name.split(':');
  if (NEVER.has(reason) || name.startsWith('*')) return null;
  const heats = mayHeat(base) || base === DUPLICATION || macroMayHeat(base);
  return BY_COMMAND.has(reason) && heats ? null : name;
}

export const LONG_LINE = 'LINE:too-long';

/**
 * `OUTSIDE:y-max`, `TOO_FAR:x-min`. Never downwards: there is the bed, and where a machine's Z begins lower, its own
 * figure says so (`minZMm`).
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

/** True for the name of what goes beyond the machine's limits, whether it may be allowed or not: no command has it. */
export const isLimitName = (name: string): boolean => LIKE_LIMIT.test(name);
/** True for one that may be allowed. */
export const isAllowableLimit = (name: string): boolean => LIMIT.test(name);
