import { Fault, type PrestationLineId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Prestation, PrestationLine } from '../../money/prestations/prestation.entities';
import { chunks } from '../../platform/persistence/chunks';
import type { Session } from './session.entities';

interface StandingLine {
  readonly id: PrestationLineId;
  readonly label: string;
  /** Of its client order. */
  readonly reference: string;
}

/**
 * The lines by which sessions are paid, by their ids. A line that staff have deleted no longer stands, nor does one of a
 * cancelled client order: it charges nothing, and no person can delete it.
 */
export async function standingLines(
  manager: EntityManager,
  sessions: readonly Pick<Session, 'prestationLineId'>[],
): Promise<ReadonlyMap<string, StandingLine>> {
  const ids = sessions.flatMap(({ prestationLineId }) => prestationLineId ?? []);
  const lines = new Map<string, StandingLine>();
  for (const some of chunks(ids)) {
    const rows = await manager
      .createQueryBuilder(PrestationLine, 'line')
      .innerJoin(Prestation, 'prestation', 'prestation.id = line.prestationId')
      .select('line.id', 'id')
      .addSelect('line.label', 'label')
      .addSelect('prestation.reference', 'reference')
      .where({ id: In(some) })
      .andWhere("prestation.state <> 'cancelled'")
      .getRawMany<StandingLine>();
    for (const row of rows) lines.set(row.id, row);
  }
  return lines;
}

/**
 * A session has one line at a time, on one client order: it is neither charged twice nor moved away from the line by
 * which a client pays for it. Call it with the sessions locked.
 * @throws Fault SESSION.ON_ORDER {reference, label}
 */
export async function demandNoLine(
  manager: EntityManager,
  sessions: readonly Pick<Session, 'prestationLineId'>[],
): Promise<void> {
  const [first] = (await standingLines(manager, sessions)).values();
  if (first) throw new Fault('SESSION.ON_ORDER', { reference: first.reference, label: first.label });
}
