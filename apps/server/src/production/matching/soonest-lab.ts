import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type LabStart, NO_CONDITIONS, soonestLab } from '@pandafab/domain';
import type { Clock, LabId } from '@pandafab/shared';
import { inductionsOfEither } from '../../people/inductions/valid-inductions';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { type ChoiceOfLab, LabChoice } from '../jobs/lab-choice';
import { materialChoiceOf } from '../jobs/material-choice';
import { JobApproval } from '../jobs/queue/job-approval';
import { Forecasts } from './forecasts.service';

/** Finds the lab that would begin a new job first, among those that its maker names. */
@Injectable()
export class SoonestLab implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly choices: LabChoice,
    private readonly forecasts: Forecasts,
    private readonly approval: JobApproval,
  ) {}

  onModuleInit(): void {
    this.choices.register((choice) => this.find(choice));
  }

  /** The first one if none can begin it as things are. */
  private async find(choice: ChoiceOfLab): Promise<LabId> {
    const starts: LabStart[] = [];
    for (const labId of choice.labIds) starts.push({ labId, startAt: await this.startIn(labId, choice) });
    return soonestLab(starts)?.labId ?? (choice.labIds[0] as LabId);
  }

  /** Null for a lab that would ask for approval or another spool first, unless it is the first one. */
  private async startIn(labId: LabId, choice: ChoiceOfLab): Promise<number | null> {
    const { account, memberId, file, fields, labIds } = choice;
    const { groupId = null, prestationId = null, quantity, readyBy, tags = [], colour = null } = fields;
    const whose = { memberId, groupId, prestationId };
    const isFirst = labId === labIds[0];
    const material = materialChoiceOf(fields);
    const asked = { ...whose, labId, ...material, quantity, file };
    const { approval } = await this.approval.atSubmission(this.database.manager, account, asked);
    if (approval === 'asked' && !isFirst) return null;
    const inductionsAmong = (kinds: readonly string[]) =>
      inductionsOfEither(this.database.manager, this.clock.now(), [memberId, account.memberId], kinds);
    const conditions = { ...NO_CONDITIONS, tags, colour };
    const wanted = { labId, onlyMachineId: null, ...material, conditions, file, inductionsAmong };
    const { first } = await this.forecasts.expect({ ...wanted, ...whose, quantity, dueAt: readyBy ?? null });
    return first && (isFirst || !first.change) ? first.startAt : null;
  }
}
