import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type CancelTimer, type Clock, describeFault } from '@pandafab/shared';
import { CLOCK } from '../kit/config';
import { UnitOfWork } from './unit-of-work';

const RETRY_EVERY_MS = 1000;

/**
 * While the database refuses writes, tries each second whether it accepts them again: a service that is not ready
 * gets no requests from a load balancer.
 */
@Injectable()
export class StorageWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Database');
  private cancel: CancelTimer = () => {};
  private ended = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.unitOfWork.onTrouble((trouble) => {
      const cause = trouble.cause instanceof Error ? ` (${trouble.cause.message})` : '';
      this.log.error(`${describeFault(trouble, 'en').what}${cause} Trying again each second`);
      this.tryLater();
    });
  }

  onApplicationShutdown(): void {
    this.ended = true;
    this.cancel();
  }

  private tryLater(): void {
    this.cancel();
    if (!this.ended) this.cancel = this.clock.setTimer(RETRY_EVERY_MS, () => void this.tryAgain());
  }

  private async tryAgain(): Promise<void> {
    await this.unitOfWork.attempt();
    if (this.unitOfWork.trouble) this.tryLater();
    else this.log.log('the database can be written again');
  }
}
