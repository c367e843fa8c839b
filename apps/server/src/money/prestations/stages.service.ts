import { Injectable } from '@nestjs/common';
import { Fault, newId, type PrestationId, type StageId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { OrderPapers } from './order-papers';
import { Prestation, PrestationLine, PrestationStage } from './prestation.entities';
import { lockNamed } from './prestation-lines';
import type { PutStagesDto, SavedStagesDto } from './stage.dto';
import { demandAtMostWhole, demandInvoicedKept, demandKnownStages } from './stage-rules';

/** The stages of a prestation. */
@Injectable()
export class StagesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: OrderPapers,
  ) {}

  /**
   * Saves all stages in their new order.
   * @throws Fault REQUEST.NOT_FOUND, PRESTATION.CANCELLED, PRESTATION.CHANGED_MEANWHILE, PRESTATION.STAGES_EXCEED,
   * PRESTATION.STAGE_INVOICED, PRESTATION.STAGE_UNKNOWN.
   */
  save(id: PrestationId, { version, stages }: PutStagesDto): Promise<SavedStagesDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const prestation = await lockNamed(unit, id);
      const { reference, stagesVersion } = prestation;
      if (prestation.state === 'cancelled') throw new Fault('PRESTATION.CANCELLED', { reference });
      if (version !== stagesVersion) throw new Fault('PRESTATION.CHANGED_MEANWHILE', { reference });
      const was = await stagesOf(manager, id);
      const invoiced = await this.papers.papers.invoicedStages(manager, id);
      demandKnownStages(prestation, was, stages);
      demandAtMostWhole(stages);
      demandInvoicedKept(was, stages, invoiced);
      const rows = stages.map((stage, at) => ({
        ...{ ...stage, id: stage.id ?? newId<StageId>() },
        ...{ prestationId: id, position: at + 1 },
      }));
      await replace(unit, id, was, rows);
      await manager.update(Prestation, { id }, { stagesVersion: version + 1 });
      await note(unit, id, was, rows);
      return { version: version + 1, stages: viewStages(rows, invoiced) };
    });
  }
}

/** The stages of a prestation in their order. */
export const stagesOf = (manager: EntityManager, prestationId: PrestationId): Promise<PrestationStage[]> =>
  manager.find(PrestationStage, { where: { prestationId }, order: { position: 'ASC' } });

/** Stages as the API shows them. @param invoiced those with an issued invoice that is not credited in full */
export const viewStages = (stages: readonly PrestationStage[], invoiced: ReadonlySet<StageId>) =>
  stages.map(({ prestationId: _, ...stage }) => ({ ...stage, isInvoiced: invoiced.has(stage.id) }));

/** Lines of a deleted stage belong to none. */
async function replace(
  { manager }: Unit,
  prestationId: PrestationId,
  was: readonly PrestationStage[],
  rows: readonly PrestationStage[],
): Promise<void> {
  const removed = was.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => id);
  if (removed.length > 0) {
    await manager.update(PrestationLine, { prestationId, stageId: In(removed) }, { stageId: null });
    await manager.delete(PrestationStage, { id: In(removed) });
  }
  await manager.save(PrestationStage, [...rows]);
}

async function note(
  unit: Unit,
  id: PrestationId,
  was: readonly PrestationStage[],
  rows: readonly PrestationStage[],
): Promise<void> {
  const shown = (stages: readonly PrestationStage[]) => ({
    stages: stages.map(({ name, doneOn, share }) => ({ name, doneOn, share })),
  });
  const subject = ['prestation', id] as const;
  await audit(unit, { action: 'prestation.stages-changed', subject, before: shown(was), after: shown(rows) });
}
