import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type FilamentId, type LabId, newId, type SpoolId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { toIso } from '../api/fields';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Lab } from '../labs/lab.entity';
import { raiseMatch } from '../matching/raise-match';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { materialsOfLab } from './lab-materials';
import { Filament, MaterialMovement, Spool } from './material.entities';
import type { CorrectionDto, CreateFilamentDto, CreateSpoolDto } from './materials.dto';
import { balances } from './stock';

const toGrams = (milligrams: number): number => milligrams / 1000;
const toMilligrams = (grams: number): number => Math.round(grams * 1000);

/** Filaments, spools, and the ledger of what came and went. */
@Injectable()
export class MaterialsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async listFilaments() {
    const filaments = await this.database.of(Filament).find({ order: { material: 'ASC', brand: 'ASC' } });
    return { items: filaments.map(viewFilament), total: filaments.length };
  }

  async createFilament(fields: CreateFilamentDto) {
    const filament = { ...fields, id: newId<FilamentId>(), createdAt: this.clock.now() };
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(Filament, filament);
      const subject = ['filament', filament.id] as const;
      await audit(manager, this.clock, { action: 'filament.made', subject, after: { ...fields } });
    });
    return viewFilament(filament);
  }

  async listMaterials(labId: LabId) {
    const items = await materialsOfLab(this.database.manager, labId);
    return { items, total: items.length };
  }

  async listSpools(labId: LabId) {
    const spools = await this.database.of(Spool).find({ where: { labId }, order: { label: 'ASC' } });
    return { items: await this.view(this.database.manager, spools), total: spools.length };
  }

  /** @throws Fault LAB.UNKNOWN, MATERIAL.FILAMENT_UNKNOWN */
  createSpool(account: CurrentAccountInfo, labId: LabId, { filamentId, label, netGrams }: CreateSpoolDto) {
    return this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      if (!(await manager.existsBy(Filament, { id: filamentId })))
        throw new Fault('MATERIAL.FILAMENT_UNKNOWN');
      const spool = manager.create(Spool, {
        id: newId<SpoolId>(),
        filamentId,
        labId,
        label,
        createdAt: this.clock.now(),
      });
      await manager.insert(Spool, spool);
      await this.move(manager, account, spool, { kind: 'receipt', grams: netGrams, note: null });
      const [view] = await this.view(manager, [spool]);
      if (!view) throw new Error(`spool ${spool.id} vanished`);
      return view;
    });
  }

  /** @throws Fault MATERIAL.SPOOL_UNKNOWN */
  async listMovements(spoolId: SpoolId) {
    if (!(await this.database.of(Spool).existsBy({ id: spoolId }))) throw new Fault('MATERIAL.SPOOL_UNKNOWN');
    const movements = await this.database
      .of(MaterialMovement)
      .find({ where: { spoolId }, order: { at: 'ASC', id: 'ASC' } });
    const left = movements.reduce((sum, { milligrams }) => sum + milligrams, 0);
    return {
      gramsLeft: toGrams(left),
      total: movements.length,
      items: movements.map(({ id, kind, milligrams, runId, filamentUm, note, at }) => ({
        id,
        kind,
        grams: toGrams(milligrams),
        runId,
        filamentMm: filamentUm === null ? null : filamentUm / 1000,
        note,
        at: toIso(at),
      })),
    };
  }

  /**
   * A person weighed the spool or threw some away: another movement, never a change of one.
   * @throws Fault MATERIAL.SPOOL_UNKNOWN, MATERIAL.BELOW_ZERO {grams}
   */
  async correct(account: CurrentAccountInfo, spoolId: SpoolId, { grams, note }: CorrectionDto) {
    await this.unitOfWork.run(async (manager) => {
      const spool = await manager.findOneBy(Spool, { id: spoolId });
      if (!spool) throw new Fault('MATERIAL.SPOOL_UNKNOWN');
      // Held until the end: of two corrections at once the second has to see what the first one left.
      await manager.update(Spool, { id: spoolId }, { label: spool.label });
      const left = (await balances(manager, [spoolId])).get(spoolId) ?? 0;
      if (grams < 0 && left + toMilligrams(grams) < 0)
        throw new Fault('MATERIAL.BELOW_ZERO', { grams: toGrams(Math.max(0, left)) });
      await this.move(manager, account, spool, { kind: 'correction', grams, note });
    });
    return this.listMovements(spoolId);
  }

  private async move(
    manager: EntityManager,
    account: CurrentAccountInfo,
    spool: Spool,
    { kind, grams, note }: { kind: 'receipt' | 'correction'; grams: number; note: string | null },
  ): Promise<void> {
    const { accountId } = account;
    const milligrams = toMilligrams(grams);
    await audit(manager, this.clock, {
      action: kind === 'receipt' ? 'spool.received' : 'spool.corrected',
      subject: ['spool', spool.id],
      labId: spool.labId,
      after: { grams, note },
    });
    await manager.insert(MaterialMovement, {
      id: newId<string>(),
      spoolId: spool.id,
      kind,
      milligrams,
      note,
      accountId,
      at: this.clock.now(),
    });
    await raiseMatch(manager, this.clock, spool.labId);
  }

  private async view(manager: EntityManager, spools: readonly Spool[]) {
    const filaments = await manager.find(Filament);
    const left = await balances(
      manager,
      spools.map(({ id }) => id),
    );
    return spools.flatMap(({ id, labId, label, filamentId }) => {
      const filament = filaments.find((each) => each.id === filamentId);
      return filament
        ? [{ id, labId, label, filament: viewFilament(filament), gramsLeft: toGrams(left.get(id) ?? 0) }]
        : [];
    });
  }
}

const viewFilament = ({ id, material, brand, colour, diameterMm, densityGramsPerCm3 }: Filament) => ({
  id,
  material,
  brand,
  colour,
  diameterMm,
  densityGramsPerCm3,
});
