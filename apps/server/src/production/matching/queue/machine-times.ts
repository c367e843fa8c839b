import { ALWAYS, type MachineTimes, mergeSpans, type Span, subtract } from '@pandafab/domain';
import type { Instant, LabId, MachineId, MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Machine } from '../../../network/machines/machine.entity';
import type { LabCalendar } from '../../../network/opening-hours/lab-calendars';
import { type UnavailableSpan, unavailableSpans } from '../../bookings/unavailable-spans';

/** Hours further away are not known: nothing is expected there. */
const AHEAD_MS = 60 * 86_400_000;

/** When a machine may work, for all jobs and for those of members who booked it. */
export interface TimesOfMachine {
  readonly times: MachineTimes;
  readonly timesOf: ReadonlyMap<MemberId, MachineTimes>;
}

type Timed = Pick<Machine, 'id' | 'unattended' | 'startNeedsPerson'>;

/** When the machines of a lab may work from now on. */
export async function timesOfMachines(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
  machines: readonly Timed[],
  calendar: LabCalendar,
): Promise<ReadonlyMap<MachineId, TimesOfMachine>> {
  const ahead = { from: now, until: now + AHEAD_MS };
  const open = calendar.open(ahead.from, ahead.until);
  const taken = await unavailableSpans(manager, labId, ahead.from, ahead.until);
  return new Map(
    machines.map((machine) => [machine.id, timesOf(machine, open, taken.get(machine.id) ?? [], ahead)]),
  );
}

/** @param open null: the lab is always open */
export function timesOf(
  { unattended, startNeedsPerson }: Timed,
  open: readonly Span[] | null,
  taken: readonly UnavailableSpan[],
  ahead: Span,
): TimesOfMachine {
  if (open === null && taken.length === 0) return { times: ALWAYS, timesOf: new Map() };
  const runs = unattended === 'overnight' ? null : open;
  const starts = startNeedsPerson || unattended === 'never' ? open : null;
  const without = (kept: readonly UnavailableSpan[]): MachineTimes => ({
    runs: kept.length === 0 ? runs : subtract(runs ?? [ahead], mergeSpans(kept)),
    ...{ starts, people: open },
  });
  const members = new Set(taken.flatMap(({ memberId }) => memberId ?? []));
  return {
    times: without(taken),
    timesOf: new Map(
      [...members].map((id) => [id, without(taken.filter(({ memberId }) => memberId !== id))]),
    ),
  };
}
