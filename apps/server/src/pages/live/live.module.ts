import { Module } from '@nestjs/common';
import { LabsModule } from '../../network/labs/labs.module';
import { LinkModule } from '../../network/link/link.module';
import { AccountsModule } from '../../people/accounts/accounts.module';
import type { Feature } from '../../platform/kit/feature';
import { JobsModule } from '../../production/jobs/jobs.module';
import { MachineViewsModule } from '../../production/machine-views/machine-views.module';
import { LabHints } from './lab-hints';
import { LiveController } from './live.controller';
import { liveFaults } from './live.faults';
import { LiveService } from './live.service';

/** The live updates of a lab's pages. */
@Module({
  imports: [LinkModule, AccountsModule, JobsModule, LabsModule, MachineViewsModule],
  controllers: [LiveController],
  providers: [LabHints, LiveService],
})
export class LiveModule {}

export const live: Feature = { module: LiveModule, faults: [liveFaults] };
