import { Inject, Injectable } from '@nestjs/common';
import {
  type ChargedPart,
  type ExpectedUsage,
  type FinishedRun,
  materialOnly,
  type PaidBy,
  type PricedUsage,
  priceUsage,
  type TariffGroup,
  tariffGroupOf,
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
import { pricingStatusOf, pricingStatusOfGroup } from '../../people/groups/pricing-status';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { latestFirst, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { Filament, MaterialMovement, Spool } from '../../stock/spools/material.entities';
import { Prestation } from '../prestations/prestation.entities';
import type { TariffVersion } from '../tariffs/tariff.entities';
import { tariffInForce } from '../tariffs/tariff-in-force';
import { chargePrint } from './print-line';
import type { Estimate, UsageFilter, UsageRecordListDto } from './usage-record.dto';
import { UsageRecord, type UsedMaterial } from './usage-record.entity';

@Injectable()
export class UsageService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** Latest records first; optionally of one member, job or prestation. */
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
   * Records the usage of a finished run, once, in the unit of work that ends the run: after its movements are booked,
   * because the grams come from the ledger. A run of which nothing is charged makes no record: its material is in the
   * ledger.
   * @param part what is charged: all of a run that is done
   */
  async recordUsage(unit: Unit, run: FinishedRun, part: ChargedPart): Promise<UsageRecord | null> {
    const { manager } = unit;
    const { runId, jobId, labId, memberId, groupId, prestationId, fileName, seconds } = run;
    if (part === 'nothing' || (await manager.existsBy(UsageRecord, { runId }))) return null;
    const record: UsageRecord = {
      id: newId<UsageRecordId>(),
      ...{ runId, jobId, labId, memberId, groupId, prestationId, fileName, seconds },
      // The pricing status at assignment counts: a proof that expires during the run does not make the print more
      // expensive.
      category: await tariffGroupFor(manager, run, run.assignedAt),
      materials: await materialsOf(manager, runId),
      ...{ tariffVersionId: null, valueCents: null, chargedCents: null, lines: null },
      at: run.endedAt,
    };
    await manager.insert(UsageRecord, record);
    return this.price(unit, record, part);
  }

  /** Prices the usage recorded before the network had a tariff. */
  async priceWaiting(unit: Unit): Promise<void> {
    for (const record of await unit.manager.findBy(UsageRecord, { tariffVersionId: IsNull() }))
      await this.price(unit, record, 'all');
  }

  /**
   * The value of such a usage now, and the amount that would be charged; null if the network has no tariff, or if the
   * figures of the file are too large for an amount.
   * @param payer the tariff group, where it is not that of the member or the group
   * @throws Fault BILLING.PRESTATION_UNKNOWN {id}
   */
  async estimate(
    manager: EntityManager,
    whose: PaidBy,
    usage: ExpectedUsage,
    payer?: TariffGroup,
  ): Promise<Estimate | null> {
    const { prestationId: id } = whose;
    if (id !== null && !(await manager.existsBy(Prestation, { id })))
      throw new Fault('BILLING.PRESTATION_UNKNOWN', { id });
    const version = await tariffOf(manager, id, this.clock.now());
    if (!version) return null;
    const category = payer ?? (await tariffGroupFor(manager, whose, this.clock.now()));
    const { seconds, materials } = usage;
    const priced = priceOf(version, { category, ...usage });
    if (!priced) return null;
    const { valueCents, chargedCents, lines } = priced;
    return { category, seconds, materials: [...materials], valueCents, chargedCents, lines: [...lines] };
  }

  private async price(unit: Unit, record: UsageRecord, part: ChargedPart): Promise<UsageRecord> {
    const { manager } = unit;
    const version = await tariffOf(manager, record.prestationId, record.at);
    if (!version) return record;
    const found = priceOf(version, record);
    if (!found) return record;
    const { valueCents, chargedCents, lines } = part === 'material' ? materialOnly(found) : found;
    const price = { tariffVersionId: version.id, valueCents, chargedCents, lines: [...lines] };
    await manager.update(UsageRecord, { id: record.id }, price);
    const priced = { ...record, ...price };
    await chargePrint(unit, priced);
    return priced;
  }
}

/** Undefined if the figures are too large for an amount: a file may contain any number. */
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
  at: Instant,
): Promise<TariffVersion | null> {
  const prestation = prestationId ? await manager.findOneBy(Prestation, { id: prestationId }) : null;
  return tariffInForce(manager, prestation?.tariffId ?? null, at);
}

async function tariffGroupFor(
  manager: EntityManager,
  { prestationId, groupId, memberId }: PaidBy,
  at: Instant,
): Promise<TariffGroup> {
  if (prestationId !== null) return 'organisation';
  const status =
    groupId === null
      ? await pricingStatusOf(manager, memberId)
      : await pricingStatusOfGroup(manager, groupId);
  return tariffGroupOf(status, at);
}

/** The ledger's movements of a run, per material, as positive weights. */
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
