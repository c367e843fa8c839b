import { Injectable } from '@nestjs/common';
import { Fault, type LabId, newId, type SpoolId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { requestMatching } from '../../network/labs/request-matching';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso } from '../../platform/http/fields';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { coloursOfLab } from './lab-colours';
import { materialsOfLab } from './lab-materials';
import { Filament, MaterialMovement, Spool } from './material.entities';
import type { CorrectionDto, CreateSpoolDto } from './materials.dto';
import { balances } from './stock';
import { viewFilament } from './view-filament';

const toGrams = (milligrams: number): number => milligrams / 1000;
const toMilligrams = (grams: number): number => Math.round(grams * 1000);

/** Spools, and the ledger of their movements. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async listMaterials(labId: LabId) {
    const items = await materialsOfLab(this.database.manager, labId);
    return { items, total: items.length };
  }

  /** @param material only the colours of this material */
  async listColours(labId: LabId, material: string | undefined) {
    const items = await coloursOfLab(this.database.manager, labId, material);
    return { items, total: items.length };
  }

  async listSpools(labId: LabId) {
    const spools = await this.database.of(Spool).find({ where: { labId }, order: { label: 'ASC' } });
    return { items: await this.viewSpools(this.database.manager, spools), total: spools.length };
  }

  /** @throws Fault LAB.UNKNOWN, MATERIAL.FILAMENT_UNKNOWN, MATERIAL.FILAMENT_RETIRED */
  createSpool(account: CurrentAccountInfo, labId: LabId, { filamentId, label, netGrams }: CreateSpoolDto) {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      const filament = await manager.findOneBy(Filament, { id: filamentId });
      if (!filament) throw new Fault('MATERIAL.FILAMENT_UNKNOWN');
      if (filament.retiredAt !== null) throw new Fault('MATERIAL.FILAMENT_RETIRED');
      const spool = manager.create(Spool, {
        id: newId<SpoolId>(),
        filamentId,
        labId,
        label,
        createdAt: now,
      });
      await manager.insert(Spool, spool);
      await this.move(unit, account, spool, { kind: 'receipt', grams: netGrams, note: null });
      const [view] = await this.viewSpools(manager, [spool]);
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
   * A person weighed the spool or threw some filament away: adds a movement, and changes none.
   * @throws Fault MATERIAL.SPOOL_UNKNOWN, MATERIAL.BELOW_ZERO {grams}
   */
  async correct(account: CurrentAccountInfo, spoolId: SpoolId, { grams, note }: CorrectionDto) {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const spool = await manager.findOneBy(Spool, { id: spoolId });
      if (!spool) throw new Fault('MATERIAL.SPOOL_UNKNOWN');
      // Locked until the end: of two concurrent corrections, the second must see the result of the first.
      await manager.update(Spool, { id: spoolId }, { label: spool.label });
      const left = (await balances(manager, [spoolId])).get(spoolId) ?? 0;
      if (grams < 0 && left + toMilligrams(grams) < 0)
        throw new Fault('MATERIAL.BELOW_ZERO', { grams: toGrams(Math.max(0, left)) });
      await this.move(unit, account, spool, { kind: 'correction', grams, note });
    });
    return this.listMovements(spoolId);
  }

  private async move(
    unit: Unit,
    account: CurrentAccountInfo,
    spool: Spool,
    { kind, grams, note }: { kind: 'receipt' | 'correction'; grams: number; note: string | null },
  ): Promise<void> {
    const { manager, now } = unit;
    const { accountId } = account;
    const milligrams = toMilligrams(grams);
    await audit(unit, {
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
      at: now,
    });
    await requestMatching(unit, spool.labId);
  }

  private async viewSpools(manager: EntityManager, spools: readonly Spool[]) {
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
