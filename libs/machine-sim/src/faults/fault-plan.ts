import { Fault } from '@pandafab/shared';

/** Faults by rate: of each byte (`flip`, `lose`), each answer (`ok`) or each numbered line (`storm`). */
export type FaultRate =
  | 'flip-in'
  | 'flip-out'
  | 'lose-in'
  | 'lose-out'
  | 'lose-ok'
  | 'late-ok'
  | 'resend-storm';
/** Faults at the n-th accepted numbered command. */
export type FaultPoint =
  /** Its board is reset; `-spoilt`: its first bytes are noise, `-unheard`: its whole banner is lost. */
  | 'reset'
  | 'reset-spoilt'
  | 'reset-unheard'
  | 'silence'
  | 'mute'
  | 'runaway'
  | 'unplug'
  | 'runout'
  | 'resend-storm';

/** The faults of a virtual machine. */
export interface FaultPlan {
  readonly rates: Readonly<Partial<Record<FaultRate, number>>>;
  readonly points: Readonly<Partial<Record<FaultPoint, number>>>;
  /** Delay of a late ok, in milliseconds. */
  readonly lateMs: number;
}

export const NO_FAULTS: FaultPlan = { rates: {}, points: {}, lateMs: 3_000 };

const RATES: ReadonlyMap<string, readonly FaultRate[]> = new Map<string, readonly FaultRate[]>([
  ['flip', ['flip-in', 'flip-out']],
  ['lose', ['lose-in', 'lose-out']],
  ['flip-in', ['flip-in']],
  ['flip-out', ['flip-out']],
  ['lose-in', ['lose-in']],
  ['lose-out', ['lose-out']],
  ['lose-ok', ['lose-ok']],
  ['late-ok', ['late-ok']],
  ['resend-storm', ['resend-storm']],
]);
/** The faults at one accepted command, in the order in which they are checked. */
export const HAPPENINGS: readonly FaultPoint[] = [
  'reset',
  'reset-spoilt',
  'reset-unheard',
  'silence',
  'mute',
  'runaway',
  'unplug',
  'runout',
];
const POINTS: readonly FaultPoint[] = [...HAPPENINGS, 'resend-storm'];
const isPoint = (name: string | undefined): name is FaultPoint => POINTS.some((point) => point === name);

/** Every word that `parseFaults` accepts. */
export const FAULT_WORDS: readonly string[] = [
  ...[...RATES.keys()].map((name) => `${name}=RATE`),
  'late-ms=N',
  ...POINTS.map((name) => `${name}@N`),
];

const refuse = (part: string): never => {
  throw new Fault('MACHINE.FAULTS_INVALID', { part, known: FAULT_WORDS });
};

/**
 * Reads a list such as `flip=0.001,lose-ok=0.0005,reset@1200`.
 * A rate is between 0 and 1; `@n` is the n-th accepted numbered command.
 * @throws Fault MACHINE.FAULTS_INVALID {part, known}
 */
export function parseFaults(spec: string): FaultPlan {
  const rates: Partial<Record<FaultRate, number>> = {};
  const points: Partial<Record<FaultPoint, number>> = {};
  let { lateMs } = NO_FAULTS;
  for (const part of spec.split(',').map((text) => text.trim())) {
    if (part === '') continue;
    const [, name = '', sign, digits] = /^([a-z-]+)([=@])(\d*\.?\d+)$/.exec(part) ?? refuse(part);
    const value = Number(digits);
    if (sign === '=' && name === 'late-ms') lateMs = value;
    else if (sign === '@' && isPoint(name) && Number.isInteger(value)) points[name] = value;
    else if (sign === '=' && value <= 1)
      for (const rate of RATES.get(name) ?? refuse(part)) rates[rate] = value;
    else refuse(part);
  }
  return { rates, points, lateMs };
}
