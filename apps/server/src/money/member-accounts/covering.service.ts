import { Injectable, type OnModuleInit } from '@nestjs/common';
import { coveredNow } from '@pandafab/domain';
import { cents, type JobId, type MemberId } from '@pandafab/shared';
import { In } from 'typeorm';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { QueueHandlers } from '../../platform/queues/queue-handlers';
import { sumsOf } from './account-sums';
import { coveringOf, coverJobs } from './cover-jobs.job';
import { FundedJobs } from './funded-jobs';
import { lockAccount } from './lock-account';
import { Reservation } from './reservation.entity';

/** Pays for jobs that wait for money, as soon as their account has it. */
@Injectable()
export class Covering implements OnModuleInit {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: QueueHandlers,
    private readonly funded: FundedJobs,
  ) {}

  onModuleInit(): void {
    this.handlers.register(coverJobs, {
      run: ({ memberId }) => this.cover(memberId),
      pending: () => this.waiting(),
    });
  }

  /** Begins no job itself: its lab is matched again. */
  async cover(memberId: MemberId): Promise<void> {
    if (!(await this.database.of(Reservation).existsBy({ memberId, state: 'waiting' }))) return;
    await this.unitOfWork.run(async (unit) => {
      await lockAccount(unit, memberId);
      await this.funded.tell(unit, await this.take(unit, memberId));
    });
  }

  private async take({ manager }: Unit, memberId: MemberId): Promise<JobId[]> {
    const waiting = await manager.find(Reservation, {
      where: { memberId, state: 'waiting' },
      order: { createdAt: 'ASC', jobId: 'ASC' },
    });
    const sums = (await sumsOf(manager, [memberId]))(memberId);
    const prices = waiting.map((each) => ({ jobId: each.jobId, neededCents: cents(each.cents) }));
    const covered = coveredNow(sums, prices).map(({ jobId }) => jobId);
    if (covered.length > 0) await manager.update(Reservation, { jobId: In(covered) }, { state: 'held' });
    return covered;
  }

  private async waiting() {
    const rows = await this.database
      .of(Reservation)
      .createQueryBuilder('reservation')
      .select('DISTINCT reservation.memberId', 'memberId')
      .where("reservation.state = 'waiting'")
      .getRawMany<{ memberId: MemberId }>();
    return rows.map(({ memberId }) => coveringOf(memberId));
  }
}
