import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { LessThanOrEqual } from 'typeorm';
import { CLOCK } from '../config';
import { ContentSweep } from '../files/content-sweep';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Recurring } from '../recurring';
import { Upload } from './upload.entity';

const EVERY_MS = 3_600_000;

/** Throws away what was sent and never submitted: at start, and every hour. */
@Injectable()
export class UploadRetention implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Uploads');
  private readonly recurring: Recurring;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: ContentSweep,
  ) {
    this.recurring = new Recurring(
      clock,
      EVERY_MS,
      () => this.sweep(),
      ({ message }) => this.log.warn(`what nobody submitted is thrown away later: ${message}`),
    );
  }

  onApplicationBootstrap(): void {
    this.recurring.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.recurring.stop();
  }

  private async sweep(): Promise<void> {
    const expired = { expiresAt: LessThanOrEqual(this.clock.now()) };
    await this.unitOfWork.run((manager) => manager.delete(Upload, expired));
    const removed = await this.contents.sweep();
    if (removed > 0) this.log.log(`${removed} files that nobody submitted are thrown away`);
  }
}
