import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { LessThanOrEqual } from 'typeorm';
import { CLOCK } from '../../platform/kit/config';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { ContentSweep } from '../files/content-sweep';
import { Upload } from './upload.entity';

const EVERY_MS = 3_600_000;

/** Removes files that were uploaded and not submitted, every hour. */
@Injectable()
export class UploadRetention implements OnModuleInit {
  private readonly log = new Logger('Uploads');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: ContentSweep,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'uploads', everyMs: EVERY_MS, run: () => this.sweep() });
  }

  private async sweep(): Promise<void> {
    const expired = { expiresAt: LessThanOrEqual(this.clock.now()) };
    await this.unitOfWork.run(({ manager }) => manager.delete(Upload, expired));
    const removed = await this.contents.sweep();
    if (removed > 0) this.log.log(`${removed} uploaded files that were not submitted are removed`);
  }
}
