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
import type { TimesOfMachine } from './machine-times';

/** Until a person has taken a part off: as long as nothing else is known. */
const CLEARING_MS = 20 * 60_000;
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
}

export interface LabWork {
  readonly running: ReadonlyMap<MachineId, RunningPrint>;
  /** Seconds that each machine has worked. */
  readonly worked: ReadonlyMap<MachineId, number>;
  readonly times: ReadonlyMap<MachineId, TimesOfMachine>;
}

/** The machines of a lab, and when each can begin its next run. */
export function planMachinesOf(
  now: Instant,
  machines: readonly MachineView[],
  { running, worked, times }: LabWork,
): PlanMachine[] {
  const most = Math.max(1, ...machines.map(({ id }) => worked.get(id) ?? 0));
  return machines.map((machine) => ({
    ...machine,
    ...availabilityOf(now, machine, running.get(machine.id)),
    ...(times.get(machine.id) ?? { times: ALWAYS, timesOf: new Map() }),
    ...{ clearing: () => CLEARING_MS, pace: () => 1 },
    special: specialOf(machine, machines),
    wear: (worked.get(machine.id) ?? 0) / most,
  }));
}

function availabilityOf(now: Instant, machine: MachineView, print: RunningPrint | undefined) {
  const codes = reasonsNotReady(machine).map(({ code }) => code);
  if (codes.length === 0) return { freeAt: now, freeSpread: 0 };
  if (!codes.every((code) => ENDING.includes(code))) return { freeAt: NEVER, freeSpread: 0 };
  if (!print) return { freeAt: now + CLEARING_MS, freeSpread: CLEARING_MS / 2 };
  const left = Math.max(OVERDUE_MS, print.remainingSeconds * 1_000);
  return {
    freeAt: now + left + CLEARING_MS,
    freeSpread: Math.hypot(ORDINARY_SPREAD * left, CLEARING_MS / 2),
  };
}
