import { Injectable } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { requestMatching } from '../labs/request-matching';
import { LabTurns } from '../link/lab-turns';

/** Labs in which a machine has become able to take a run, until a match for it is committed. */
@Injectable()
export class LabsToMatch {
  private readonly labs = new Set<LabId>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly turns: LabTurns,
  ) {}

  add(labId: LabId): void {
    this.labs.add(labId);
  }

  /** Requests the match where one is due. If the database is unavailable, the next telemetry tries again. */
  request(labId: LabId): void {
    if (!this.labs.has(labId) || this.turns.isBusy(labId)) return;
    this.turns.add(labId, async () => {
      await this.unitOfWork.run((unit) => requestMatching(unit, labId));
      this.labs.delete(labId);
    });
  }
}
