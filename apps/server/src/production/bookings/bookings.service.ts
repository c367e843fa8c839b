import { Inject, Injectable } from '@nestjs/common';
import { isAllowedIn } from '@pandafab/domain';
import { type Clock, Fault, type MachineId, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, type FindOptionsWhere, In, IsNull, MoreThan } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { requestMatching } from '../../network/labs/request-matching';
import { findMachine } from '../../network/machines/find-machine';
import { Machine } from '../../network/machines/machine.entity';
import { MachineKind } from '../../network/machines/machine-kind.entity';
import { demandInService } from '../../network/machines/machine-retirement';
import { validInductions } from '../../people/inductions/valid-inductions';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { BookingTimes } from './booking-times';
import type { BookDto, BookingDto } from './bookings.dto';
import { Booking } from './bookings.entities';
import { unavailableSpans } from './unavailable-spans';

/** The most bookings that a list has. */
const MOST_ROWS = 200;

/** Members book machines. */
@Injectable()
export class BookingsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly times: BookingTimes,
  ) {}

  /** The bookings of a machine that have not ended, the earliest first. @throws Fault MACHINE.UNKNOWN */
  async ofMachine(account: CurrentAccountInfo, machineId: MachineId) {
    await findMachine(this.database.manager, machineId);
    const [found, total] = await this.toCome({ machineId });
    return { items: found.map((booking) => view(account, booking)), total };
  }

  /** A member's own bookings that have not ended, the earliest first; without machines held for a session they lead. */
  async own({ memberId }: CurrentAccountInfo) {
    const { manager } = this.database;
    const [found, total] = await this.toCome({ memberId, heldFor: IsNull() });
    const machines = await manager.findBy(Machine, { id: In(found.map(({ machineId }) => machineId)) });
    const labs = await manager.findBy(Lab, { id: In(found.map(({ labId }) => labId)) });
    const items = [];
    for (const booking of found) {
      const lab = labs.find(({ id }) => id === booking.labId);
      const machineName = machines.find(({ id }) => id === booking.machineId)?.name ?? '';
      const maintenance = await isOverlapped(manager, booking);
      const place = { labName: lab?.name ?? '', timeZone: lab?.timeZone ?? 'UTC' };
      items.push({ ...times(booking), machineName, ...place, maintenance });
    }
    return { items, total };
  }

  /** The beginnings that a day offers on a machine. @throws Fault MACHINE.UNKNOWN */
  async freeOn(machineId: MachineId, day: string) {
    const { manager } = this.database;
    return this.times.freeOn(manager, this.clock.now(), await findMachine(manager, machineId), day);
  }

  /**
   * Books a machine for the caller. Two callers at once do not get the same time: the lab is locked.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.RETIRED, and each reason of BOOKING
   */
  book(account: CurrentAccountInfo, machineId: MachineId, { from, until }: BookDto): Promise<BookingDto> {
    const { memberId } = account;
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const found = await findMachine(manager, machineId);
      // First: it locks the lab.
      await requestMatching(unit, found.labId);
      const machine = await findMachine(manager, machineId);
      demandInService(machine);
      await demandInduction(unit, machine, memberId);
      const flaw = await this.times.flawOf(manager, now, machine, memberId, { from, until });
      if (flaw) throw new Fault(flaw.code, flaw.details ?? {});
      const booking: Booking = {
        ...{ id: newId<string>(), machineId, labId: machine.labId, memberId, heldFor: null },
        ...{ fromAt: from, untilAt: until, bookedAt: now, cancelledBy: null, cancelledAt: null },
      };
      await manager.insert(Booking, booking);
      await note(unit, 'booking.made', booking);
      return view(account, booking);
    });
  }

  /**
   * Cancels a booking of the caller, or one of a lab where the caller is on the staff. Does nothing to a booking that is
   * cancelled already.
   * @throws Fault BOOKING.UNKNOWN, also for a booking of another member; BOOKING.HELD for a machine that a session has
   */
  async cancel(account: CurrentAccountInfo, id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const booking = await manager.findOneBy(Booking, { id });
      if (!booking || !(booking.memberId === account.memberId || isStaff(account, booking)))
        throw new Fault('BOOKING.UNKNOWN');
      if (booking.cancelledAt !== null) return;
      if (booking.heldFor !== null) throw new Fault('BOOKING.HELD');
      await requestMatching(unit, booking.labId);
      await manager.update(Booking, { id }, { cancelledBy: account.accountId, cancelledAt: now });
      await note(unit, 'booking.cancelled', booking);
    });
  }

  private toCome(where: FindOptionsWhere<Booking>) {
    return this.database.of(Booking).findAndCount({
      where: { ...where, cancelledAt: IsNull(), untilAt: MoreThan(this.clock.now()) },
      order: { fromAt: 'ASC', id: 'ASC' },
      take: MOST_ROWS,
    });
  }
}

const isStaff = (account: CurrentAccountInfo, { labId }: Booking): boolean =>
  isAllowedIn(account, 'job.cancel-any', labId);

const times = ({ id, machineId, labId, fromAt, untilAt }: Booking) => ({
  ...{ id, machineId, labId },
  ...{ from: toIso(fromAt), until: toIso(untilAt) },
});

function view(account: CurrentAccountInfo, booking: Booking): BookingDto {
  const mine = booking.memberId === account.memberId;
  const forSession = booking.heldFor !== null;
  return {
    ...times(booking),
    mine,
    forSession,
    memberId: mine || isStaff(account, booking) ? booking.memberId : null,
  };
}

function note(
  unit: Unit,
  action: 'booking.made' | 'booking.cancelled',
  { id, labId, machineId, fromAt: from, untilAt: until }: Booking,
): Promise<void> {
  return audit(unit, { action, subject: ['booking', id], labId, after: { machineId, from, until } });
}

async function demandInduction({ manager, now }: Unit, { kind }: Machine, memberId: MemberId): Promise<void> {
  const required = await manager.existsBy(MachineKind, { code: kind, inductionRequired: true });
  if (required && !(await validInductions(manager, now, [memberId], [kind])).has(memberId))
    throw new Fault('BOOKING.INDUCTION_MISSING');
}

async function isOverlapped(manager: EntityManager, { labId, machineId, fromAt, untilAt }: Booking) {
  const spans = (await unavailableSpans(manager, labId, fromAt, untilAt)).get(machineId) ?? [];
  return spans.some(({ why }) => why === 'maintenance');
}
