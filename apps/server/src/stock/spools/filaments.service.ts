import { Injectable } from '@nestjs/common';
import { Fault, type FilamentId, newId } from '@pandafab/shared';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { requestMatchingOf } from '../../network/labs/request-matching';
import { audit, difference } from '../../platform/audit/audit';
import { toIsoOrNull } from '../../platform/http/fields';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Filament, Spool } from './material.entities';
import type { CreateFilamentDto, FilamentChangesDto } from './materials.dto';
import { viewFilament } from './view-filament';

/** What a filament is cannot change while spools have it: earlier prints were made from that. */
const FIXED_IN_USE = ['material', 'diameterMm'] as const;

/** The filaments that the network knows. */
@Injectable()
export class FilamentsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(withRetired: boolean) {
    const filaments = await this.database.of(Filament).find({
      ...(!withRetired && { where: { retiredAt: IsNull() } }),
      order: { material: 'ASC', brand: 'ASC', colour: 'ASC' },
    });
    const counts = await spoolsOf(this.database.manager);
    const items = filaments.map((each) => viewKnown(each, counts.get(each.id) ?? 0));
    return { items, total: items.length };
  }

  create(fields: CreateFilamentDto) {
    return this.unitOfWork.run(async (unit) => {
      const filament: Filament = {
        ...fields,
        id: newId<FilamentId>(),
        retiredAt: null,
        createdAt: unit.now,
      };
      await unit.manager.insert(Filament, filament);
      const subject = ['filament', filament.id] as const;
      await audit(unit, { action: 'filament.made', subject, after: { ...fields } });
      return viewKnown(filament, 0);
    });
  }

  /** Changes the given fields. @throws Fault MATERIAL.FILAMENT_UNKNOWN, MATERIAL.FILAMENT_IN_USE {spools} */
  change(id: FilamentId, changes: FilamentChangesDto) {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const filament = await find(manager, id);
      const changed = difference(filament, changes);
      if (!changed) return view(manager, filament);
      const spools = await manager.find(Spool, { where: { filamentId: id } });
      if (spools.length > 0 && FIXED_IN_USE.some((field) => field in changed.after))
        throw new Fault('MATERIAL.FILAMENT_IN_USE', { spools: spools.length });
      await manager.update(Filament, { id }, changes);
      await audit(unit, { action: 'filament.changed', subject: ['filament', id], ...changed });
      // Its density decides whether what is left on a spool is enough.
      await requestMatchingOf(
        unit,
        spools.map(({ labId }) => labId),
      );
      return view(manager, await find(manager, id));
    });
  }

  /** Idempotent. @throws Fault MATERIAL.FILAMENT_UNKNOWN */
  setRetired(id: FilamentId, retired: boolean) {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await find(manager, id);
      const was = { id, retiredAt: retired ? IsNull() : Not(IsNull()) };
      const { affected } = await manager.update(Filament, was, { retiredAt: retired ? now : null });
      const action = retired ? 'filament.retired' : 'filament.restored';
      if (affected) await audit(unit, { action, subject: ['filament', id] });
      return view(manager, await find(manager, id));
    });
  }
}

async function find(manager: EntityManager, id: FilamentId): Promise<Filament> {
  const filament = await manager.findOneBy(Filament, { id });
  if (!filament) throw new Fault('MATERIAL.FILAMENT_UNKNOWN');
  return filament;
}

const view = async (manager: EntityManager, filament: Filament) =>
  viewKnown(filament, await manager.countBy(Spool, { filamentId: filament.id }));

const viewKnown = (filament: Filament, spools: number) => ({
  ...viewFilament(filament),
  retiredAt: toIsoOrNull(filament.retiredAt),
  spools,
});

/** How many spools each filament has. */
async function spoolsOf(manager: EntityManager): Promise<ReadonlyMap<FilamentId, number>> {
  const rows = await manager
    .createQueryBuilder(Spool, 'spool')
    .select('spool.filamentId', 'id')
    .addSelect('COUNT(*)', 'spools')
    .groupBy('spool.filamentId')
    .getRawMany<{ id: FilamentId; spools: string | number }>();
  return new Map(rows.map(({ id, spools }) => [id, Number(spools)]));
}
