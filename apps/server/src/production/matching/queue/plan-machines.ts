import {
  ALWAYS,
  type MachineView,
  NEVER,
  ORDINARY_SPREAD,
  type PlanMachine,
  type Reason,
  reasonsNotReady,
  specialOf,
} from '@pandafab/domain';
import type { Instant, MachineId } from '@pandafab/shared';
import type { Learnt } from './learnt';
import type { TimesOfMachine } from './machine-times';
import { plasticOf } from './setup';

/** For so long after a bed was cleared, a person is beside its machine. */
const BESIDE_MS = 10 * 60_000;
/** A print that should have ended may end at any moment. */
const OVERDUE_MS = 60_000;
/** States that end by themselves, or by the clearing of the bed; how long the others last is unknown. */
const ENDING: readonly Reason['code'][] = [
  'RUN_ACTIVE',
  'BED_NOT_CLEAR',
  'MACHINE_BUSY',
  'START_NEEDS_PERSON',
];

/** A running print. */
export interface RunningPrint {
  /** Seconds until its end, as the lab's computer reports or as its file was expected to take. */
  readonly remainingSeconds: number;
  /** The lab's computer reports it, and has corrected it by what the print has taken so far. */
  readonly isReported: boolean;
  readonly plastic: string;
}

export interface LabWork {
  readonly learnt: Learnt;
  /** When the bed of each machine was occupied or cleared last. */
  readonly bedSince: ReadonlyMap<MachineId, Instant>;
  readonly running: ReadonlyMap<MachineId, RunningPrint>;
  /** Seconds that each machine has worked. */
  readonly worked: ReadonlyMap<MachineId, number>;
  readonly times: ReadonlyMap<MachineId, TimesOfMachine>;
}

/** The machines of a lab, and when each can begin its next run. */
export function planMachinesOf(
  now: Instant,
  machines: readonly MachineView[],
  { running, worked, times, learnt, bedSince }: LabWork,
): PlanMachine[] {
  const most = Math.max(1, ...machines.map(({ id }) => worked.get(id) ?? 0));
  return machines.map((machine) => ({
    ...machine,
    ...availabilityOf(now, machine, learnt, running.get(machine.id)),
    isAttended: machine.bedClear && now - (bedSince.get(machine.id) ?? -Infinity) < BESIDE_MS,
    ...(times.get(machine.id) ?? { times: ALWAYS, timesOf: new Map() }),
    clearing: learnt.clearing,
    pace: (setup) => learnt.paceOf(machine.id, plasticOf(setup)),
    special: specialOf(machine, machines),
    wear: (worked.get(machine.id) ?? 0) / most,
  }));
}

function availabilityOf(
  now: Instant,
  machine: MachineView,
  { clearing, paceOf }: Learnt,
  print: RunningPrint | undefined,
) {
  const codes = reasonsNotReady(machine).map(({ code }) => code);
  if (codes.length === 0) return { freeAt: now, freeSpread: 0 };
  if (!codes.every((code) => ENDING.includes(code))) return { freeAt: NEVER, freeSpread: 0 };
  if (!print) return { freeAt: now + clearing(now), freeSpread: clearing(now) / 2 };
  const { remainingSeconds, isReported, plastic } = print;
  const pace = isReported ? 1 : paceOf(machine.id, plastic);
  const left = Math.max(OVERDUE_MS, remainingSeconds * 1_000 * pace);
  const cleared = clearing(now + left);
  return { freeAt: now + left + cleared, freeSpread: Math.hypot(ORDINARY_SPREAD * left, cleared / 2) };
}
