import { Injectable } from '@nestjs/common';
import { labDayOf, type OpeningTimes, openingFlaw } from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import {
  Between,
  type EntityManager,
  IsNull,
  LessThanOrEqual,
  MoreThan,
  MoreThanOrEqual,
  Not,
} from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { CountedBy } from './counted-by';
import { demandCountedAt, lockLab } from './find-lab';
import { LabOpening } from './visit.entities';

const TWO_DAYS = 2 * 86_400_000;

export interface Correction extends OpeningTimes {
  readonly note: string;
  readonly version: number;
}

/** Opens and closes labs, as people really do. */
@Injectable()
export class OpeningsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Opens a lab. When it is open already, that opening stays; so does one with the same key.
   * @throws Fault LAB.UNKNOWN, VISIT.FUTURE, VISIT.KEY_USED, VISIT.TOO_OLD {days}, OPENING.OVERLAPS
   */
  open(
    labId: LabId,
    by: CountedBy,
    { key: id, at }: { readonly key: string; readonly at?: number | undefined },
  ): Promise<LabOpening> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const { timeZone } = await lockLab(unit, labId);
      const known = await manager.findOneBy(LabOpening, [
        { id, labId },
        { labId, closedAt: IsNull() },
      ]);
      if (known) return known;
      // Of another lab: the sender must take another key.
      if (await manager.existsBy(LabOpening, { id })) throw new Fault('VISIT.KEY_USED');
      const openedAt = demandCountedAt(at, now);
      const opening: LabOpening = {
        ...{ id, labId, openedAt, closedAt: null, day: labDayOf(openedAt, timeZone), ...by },
        ...{ note: null, closedByServer: false, version: 1 },
      };
      await demandFree(manager, opening);
      // A copy: TypeORM writes what the database answers into the object that it is given.
      await manager.insert(LabOpening, { ...opening });
      await note(unit, 'lab-opening.opened', opening, { kioskId: by.kioskId, openedAt });
      return opening;
    });
  }

  /**
   * Closes an opening; one that is closed stays as it is.
   * @throws Fault LAB.UNKNOWN, OPENING.UNKNOWN, OPENING.ORDER, VISIT.FUTURE, VISIT.TOO_OLD {days}
   */
  close(labId: LabId, by: CountedBy, id: string, at?: number): Promise<LabOpening> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await lockLab(unit, labId);
      const opening = await findOpening(manager, labId, id);
      if (opening.closedAt !== null) return opening;
      const counted = demandCountedAt(at, now);
      // Two taps in the same moment: the lab was open for no time at all.
      if (counted < opening.openedAt) throw new Fault('OPENING.ORDER');
      const closedAt = await endOf(manager, opening, counted);
      const version = opening.version + 1;
      await manager.update(LabOpening, { id }, { closedAt, version });
      await note(unit, 'lab-opening.closed', opening, { kioskId: by.kioskId, closedAt });
      return { ...opening, closedAt, version };
    });
  }

  /**
   * Corrects the hours that were noted.
   * @throws Fault LAB.UNKNOWN, OPENING.UNKNOWN, OPENING.CHANGED, OPENING.FUTURE, OPENING.ORDER, OPENING.TOO_LONG,
   * OPENING.OVERLAPS
   */
  correct(
    labId: LabId,
    id: string,
    { openedAt, closedAt, note: why, version }: Correction,
  ): Promise<LabOpening> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const { timeZone } = await lockLab(unit, labId);
      const was = await findOpening(manager, labId, id);
      if (was.version !== version) throw new Fault('OPENING.CHANGED');
      const changes = {
        ...{ openedAt, closedAt, day: labDayOf(openedAt, timeZone), note: why, closedByServer: false },
        version: version + 1,
      };
      const opening = { ...was, ...changes };
      await demandSound(manager, opening, now);
      await manager.update(LabOpening, { id }, changes);
      const before = { openedAt: was.openedAt, closedAt: was.closedAt };
      await note(unit, 'lab-opening.corrected', opening, { openedAt, closedAt, note: why }, before);
      return opening;
    });
  }

  /** For a lab that was left open. Does nothing where it was closed in the meantime. */
  async closeForgotten({ id, labId }: LabOpening, end: number): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await lockLab(unit, labId);
      const opening = await manager.findOneBy(LabOpening, { id, closedAt: IsNull() });
      if (!opening) return;
      const closedAt = await endOf(manager, opening, end);
      const changes = { closedAt, closedByServer: true, version: opening.version + 1 };
      await manager.update(LabOpening, { id }, changes);
      await note(unit, 'lab-opening.forgotten', opening, { closedAt });
    });
  }
}

/** @throws Fault OPENING.UNKNOWN */
async function findOpening(manager: EntityManager, labId: LabId, id: string): Promise<LabOpening> {
  const opening = await manager.findOneBy(LabOpening, { id, labId });
  if (!opening) throw new Fault('OPENING.UNKNOWN');
  return opening;
}

const FLAWS = {
  future: 'OPENING.FUTURE',
  order: 'OPENING.ORDER',
  overlaps: 'OPENING.OVERLAPS',
  'too-long': 'OPENING.TOO_LONG',
} as const;

/**
 * A tablet that had no network tells days later that the lab was opened, and only then when it was closed. Its opening
 * may therefore begin long ago, and before others: it ends before them.
 * @throws Fault OPENING.OVERLAPS where the lab was open at that time
 */
async function demandFree(manager: EntityManager, { labId, openedAt }: LabOpening): Promise<void> {
  const since = { labId, openedAt: LessThanOrEqual(openedAt), closedAt: MoreThan(openedAt) };
  if (await manager.existsBy(LabOpening, since)) throw new Fault('OPENING.OVERLAPS');
}

/** When an opening ends: before the next one begins, whatever a clock said. */
async function endOf(manager: EntityManager, { id, labId, openedAt }: LabOpening, closedAt: number) {
  const where = { labId, id: Not(id), openedAt: Between(openedAt, closedAt) };
  const [next] = await manager.find(LabOpening, { where, order: { openedAt: 'ASC' }, take: 1 });
  return Math.min(closedAt, next?.openedAt ?? closedAt);
}

/** @throws Fault OPENING.FUTURE, OPENING.ORDER, OPENING.OVERLAPS, OPENING.TOO_LONG */
async function demandSound(manager: EntityManager, opening: LabOpening, now: number): Promise<void> {
  const { labId, id, openedAt } = opening;
  const since = MoreThanOrEqual(openedAt - TWO_DAYS);
  const others = await manager.findBy(LabOpening, { labId, id: Not(id), openedAt: since });
  const flaw = openingFlaw(opening, others, now);
  if (flaw) throw new Fault(FLAWS[flaw]);
}

type OpeningAction =
  | 'lab-opening.closed'
  | 'lab-opening.corrected'
  | 'lab-opening.forgotten'
  | 'lab-opening.opened';
const note = (
  unit: Unit,
  action: OpeningAction,
  { id, labId }: LabOpening,
  after: Readonly<Record<string, string | number | null>>,
  before: Readonly<Record<string, string | number | null>> | null = null,
): Promise<void> => audit(unit, { action, subject: ['lab-opening', id], labId, before, after });
