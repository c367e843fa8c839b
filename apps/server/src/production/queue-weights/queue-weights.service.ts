import { Injectable } from '@nestjs/common';
import { deviationsOf, type QueueWeights, type WeightName, weightsWith } from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import { Lab } from '../../network/labs/lab.entity';
import { requestMatching } from '../../network/labs/request-matching';
import { audit, difference } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { LabQueueWeights } from './queue-weights.entity';
import { weightsOf } from './weights-of';

/** Null, or left out: the default. */
export type SetWeights = Partial<Record<WeightName, number | null>>;

/** What the queues of labs weigh against what. */
@Injectable()
export class QueueWeightsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Fault LAB.UNKNOWN */
  async get(labId: LabId): Promise<QueueWeights> {
    const { manager } = this.database;
    if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
    return weightsOf(manager, labId);
  }

  /** Replaces all weights of the lab, and has its jobs matched again. @throws Fault LAB.UNKNOWN */
  async set(labId: LabId, set: SetWeights): Promise<void> {
    const weights = weightsWith(set);
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      // First: it locks the lab, so that two people who save at once are recorded one after the other.
      await requestMatching(unit, labId);
      const changed = difference(await weightsOf(manager, labId), weights);
      if (!changed) return;
      await manager.upsert(LabQueueWeights, { labId, deviations: deviationsOf(weights) }, ['labId']);
      await audit(unit, { action: 'lab.queue-weights-changed', subject: ['lab', labId], labId, ...changed });
    });
  }
}
