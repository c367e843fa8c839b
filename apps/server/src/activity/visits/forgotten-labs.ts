import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { forgottenClosing } from '@pandafab/domain';
import type { Clock } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { openingOf } from '../../network/opening-hours/lab-calendars';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { findLab } from './find-lab';
import { OpeningsService } from './openings.service';
import { LabOpening } from './visit.entities';

const EVERY_MS = 15 * 60_000;
const A_DAY = 86_400_000;

/** Closes labs that were left open over night. */
@Injectable()
export class ForgottenLabs implements OnModuleInit {
  private readonly log = new Logger('Visits');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly periodic: PeriodicWork,
    private readonly openings: OpeningsService,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'forgotten-labs', everyMs: EVERY_MS, run: () => this.closeAll() });
  }

  async closeAll(): Promise<void> {
    const { manager } = this.database;
    const now = this.clock.now();
    for (const opening of await manager.findBy(LabOpening, { closedAt: IsNull() })) {
      const { labId, openedAt } = opening;
      const { timeZone, name } = await findLab(manager, labId);
      const hours = await openingOf(manager, labId, openedAt - A_DAY, openedAt + A_DAY);
      const closedAt = forgottenClosing(openedAt, now, hours, timeZone);
      if (closedAt === undefined) continue;
      await this.openings.closeForgotten(opening, closedAt);
      this.log.log(`${name} was left open: closed as of ${new Date(closedAt).toISOString()}`);
    }
  }
}
