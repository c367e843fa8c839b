import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { JobsModule } from '../jobs/jobs.module';
import { LabsModule } from '../labs/labs.module';
import { LabHints } from './lab-hints';
import { LiveController } from './live.controller';
import { LiveService } from './live.service';

/** What people see change while they look. */
@Module({
  imports: [AccountsModule, JobsModule, LabsModule],
  controllers: [LiveController],
  providers: [LabHints, LiveService],
})
export class LiveModule {}
