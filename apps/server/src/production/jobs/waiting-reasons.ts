import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Language } from '@pandafab/shared';
import type { z } from 'zod';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { Registry } from '../../platform/kit/registry';
import type { Job } from './job.entities';
import type { waitingSchema } from './waiting.dto';

const FINDER = 'wait';

type Find = (
  account: CurrentAccountInfo,
  job: Job,
  language: Language,
) => Promise<z.input<typeof waitingSchema>[]>;

/**
 * For a waiting job, why each machine of its lab does not take it now. Matching computes this and registers its
 * function here.
 */
@Injectable()
export class WaitingReasons implements OnApplicationBootstrap {
  private readonly finders = new Registry<typeof FINDER, Find>('reasons why jobs');

  register(find: Find): void {
    this.finders.register(FINDER, find);
  }

  onApplicationBootstrap(): void {
    this.finders.assertComplete([FINDER]);
  }

  /** Null for a job that does not wait in the queue. */
  async of(account: CurrentAccountInfo, job: Job, language: Language) {
    return job.state === 'queued' ? this.finders.get(FINDER)(account, job, language) : null;
  }
}
