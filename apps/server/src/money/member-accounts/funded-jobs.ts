import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobId } from '@pandafab/shared';
import { Registry } from '../../platform/kit/registry';
import type { Unit } from '../../platform/persistence/unit';

const BEGINNER = 'begin';

type Begin = (unit: Unit, jobIds: readonly JobId[]) => Promise<void>;

/** Tells production which waiting jobs are paid for now. Production registers what it does then. */
@Injectable()
export class FundedJobs implements OnApplicationBootstrap {
  private readonly beginners = new Registry<typeof BEGINNER, Begin>('jobs that are paid for');

  register(begin: Begin): void {
    this.beginners.register(BEGINNER, begin);
  }

  onApplicationBootstrap(): void {
    this.beginners.assertComplete([BEGINNER]);
  }

  /** Called after the accounts are locked: it locks the labs of the jobs. */
  async tell(unit: Unit, jobIds: readonly JobId[]): Promise<void> {
    if (jobIds.length > 0) await this.beginners.get(BEGINNER)(unit, jobIds);
  }
}
