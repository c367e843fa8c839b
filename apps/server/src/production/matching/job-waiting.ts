import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock, Language } from '@pandafab/shared';
import { missingFunds } from '../../money/member-accounts/waiting-funds';
import { PresenceBook } from '../../network/link/presence-book';
import { MachinePolicies } from '../../network/machines/machine-policies';
import { readerIn } from '../../network/machines/reader';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { StoredFile } from '../files/file.entity';
import type { Job } from '../jobs/job.entities';
import { conditionsOf } from '../jobs/queue/job-conditions';
import { WaitingReasons } from '../jobs/waiting-reasons';
import { inductionsOf } from './inductions-of-jobs';
import { reasonsToWait, viewWaiting } from './waiting';

/** Tells why a job waits: the reasons that the next match will find. */
@Injectable()
export class JobWaiting implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly presence: PresenceBook,
    private readonly policies: MachinePolicies,
    private readonly reasons: WaitingReasons,
  ) {}

  onModuleInit(): void {
    this.reasons.register((account, job, language) => this.find(account, job, language));
  }

  private async find(account: CurrentAccountInfo, job: Job, language: Language) {
    const { manager } = this.database;
    const { labId, onlyMachineId, material, insteadOf } = job;
    const file = await manager.findOneByOrFail(StoredFile, { sha256: job.fileSha256 });
    const inductionsAmong = async (kinds: readonly string[]) =>
      (await inductionsOf(manager, this.clock.now(), [job], kinds))(job.id);
    const now = this.clock.now();
    const funds = (await missingFunds(manager, job.id)).get(job.id) ?? null;
    const conditions = conditionsOf(job, now, funds);
    const wanted = { labId, onlyMachineId, material, insteadOf, conditions };
    const whose = { file, inductionsAmong, memberId: job.memberId };
    const live = this.presence.of(labId);
    const waiting = await reasonsToWait(manager, this.policies, { ...wanted, ...whose }, live, now);
    return viewWaiting(waiting, language, readerIn(account, labId));
  }
}
