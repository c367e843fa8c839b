import { Inject, Injectable } from '@nestjs/common';
import {
  categoryOfMember,
  type ExpectedUsage,
  type PricedUsage,
  priceUsage,
  type TariffCategory,
  type Usage,
} from '@pandafab/domain';
import {
  type Clock,
  Fault,
  type Instant,
  newId,
  type PrestationId,
  type RunId,
  type UsageRecordId,
} from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { toIso } from '../../api/fields';
import { CLOCK } from '../../config';
import { Job } from '../../jobs/job.entities';
import { Run } from '../../jobs/run.entity';
import { Filament, MaterialMovement, Spool } from '../../materials/material.entities';
import { standingOf, standingOfGroup } from '../../people/standing';
import { latestFirst, readPart } from '../../persistence/keyset';
import { ReadDatabase } from '../../persistence/read-database';
import { Prestation } from '../prestations/prestation.entities';
import type { TariffVersion } from '../tariffs/tariff.entities';
import { tariffInForce } from '../tariffs/tariff-in-force';
import { chargePrint } from './print-line';
import type { Estimate, UsageFilter, UsageRecordListDto } from './usage-record.dto';
import { UsageRecord, type UsedMaterial } from './usage-record.entity';

/** By what a use is priced: whom or what it is for. */
export type Paying = Pick<Job, 'memberId' | 'groupId' | 'prestationId'>;

@Injectable()
export class UsageService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** The latest records first, of one member, job or prestation where asked. */
  async list({ limit, offset, after, ...filter }: UsageFilter): Promise<UsageRecordListDto> {
    const found = this.database.of(UsageRecord).createQueryBuilder('record').where(filter);
    const { items, ...where } = await readPart(found, latestFirst<UsageRecord>('record', 'at'), {
      limit,
      offset,
      after,
    });
    return { items: items.map((record) => ({ ...record, at: toIso(record.at) })), ...where };
  }

  /**
   * Records what a finished run used, once, in the unit of work that ends it: after the run is updated and its
   * movements are booked, because the grams come from the ledger. A run that ended otherwise makes no record: what
   * it moved is in the ledger, and nobody pays for it.
   */
  async record(manager: EntityManager, runId: RunId): Promise<UsageRecord | null> {
    const run = await manager.findOneByOrFail(Run, { id: runId });
    if (run.state !== 'done' || (await manager.existsBy(UsageRecord, { runId }))) return null;
    const job = await manager.findOneByOrFail(Job, { id: run.jobId });
    const record: UsageRecord = {
      id: newId<UsageRecordId>(),
      runId,
      jobId: job.id,
      labId: run.labId,
      memberId: job.memberId,
      prestationId: job.prestationId,
      groupId: job.groupId,
      // By how things stood when the run was given to its machine: a proof that expires meanwhile makes no print dearer.
      category: await categoryOf(manager, job, run.assignedAt),
      fileName: job.fileName,
      seconds: run.seconds,
      materials: await materialsOf(manager, runId),
      ...{ tariffVersionId: null, valueCents: null, chargedCents: null, lines: null },
      at: this.clock.now(),
    };
    await manager.insert(UsageRecord, record);
    return this.price(manager, record);
  }

  /** Prices what was used before the network had a tariff. */
  async priceWaiting(manager: EntityManager): Promise<void> {
    for (const record of await manager.findBy(UsageRecord, { tariffVersionId: IsNull() }))
      await this.price(manager, record);
  }

  /**
   * What such a use would be worth now, and what of it would be charged; null where the network has no tariff, and where
   * a file claims more than money can say.
   * @throws Fault BILLING.PRESTATION_UNKNOWN {id}
   */
  async estimate(manager: EntityManager, whose: Paying, usage: ExpectedUsage): Promise<Estimate | null> {
    const { prestationId: id } = whose;
    if (id !== null && !(await manager.existsBy(Prestation, { id })))
      throw new Fault('BILLING.PRESTATION_UNKNOWN', { id });
    const version = await tariffOf(manager, id);
    if (!version) return null;
    const category = await categoryOf(manager, whose, this.clock.now());
    const { seconds, materials } = usage;
    const priced = priceOf(version, { category, ...usage });
    if (!priced) return null;
    const { valueCents, chargedCents, lines } = priced;
    return { category, seconds, materials: [...materials], valueCents, chargedCents, lines: [...lines] };
  }

  private async price(manager: EntityManager, record: UsageRecord): Promise<UsageRecord> {
    const version = await tariffOf(manager, record.prestationId);
    if (!version) return record;
    const found = priceOf(version, record);
    if (!found) return record;
    const { valueCents, chargedCents, lines } = found;
    const price = { tariffVersionId: version.id, valueCents, chargedCents, lines: [...lines] };
    await manager.update(UsageRecord, { id: record.id }, price);
    const priced = { ...record, ...price };
    await chargePrint(manager, this.clock, priced);
    return priced;
  }
}

/** Undefined where a use is beyond all numbers: a file may hold any. */
function priceOf(version: TariffVersion, usage: Usage): PricedUsage | undefined {
  if (!usage.materials.every(({ milligrams }) => Number.isSafeInteger(milligrams))) return undefined;
  try {
    return priceUsage(version.rates, usage);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function tariffOf(
  manager: EntityManager,
  prestationId: PrestationId | null,
): Promise<TariffVersion | null> {
  const prestation = prestationId ? await manager.findOneBy(Prestation, { id: prestationId }) : null;
  return tariffInForce(manager, prestation?.tariffId ?? null);
}

async function categoryOf(
  manager: EntityManager,
  { prestationId, groupId, memberId }: Paying,
  at: Instant,
): Promise<TariffCategory> {
  if (prestationId !== null) return 'organisation';
  const standing =
    groupId === null ? await standingOf(manager, memberId) : await standingOfGroup(manager, groupId);
  return categoryOfMember(standing, at);
}

/** What the ledger booked for a run, per material, as positive weights. */
async function materialsOf(manager: EntityManager, runId: RunId): Promise<UsedMaterial[]> {
  const rows = await manager
    .createQueryBuilder(MaterialMovement, 'movement')
    .innerJoin(Spool, 'spool', 'spool.id = movement.spoolId')
    .innerJoin(Filament, 'filament', 'filament.id = spool.filamentId')
    .select('filament.material', 'material')
    .addSelect('-SUM(movement.milligrams)', 'milligrams')
    .where('movement.runId = :runId', { runId })
    .groupBy('filament.material')
    .orderBy('filament.material')
    .getRawMany<{ material: string; milligrams: string | number }>();
  return rows.map(({ material, milligrams }) => ({ material, milligrams: Number(milligrams) }));
}
