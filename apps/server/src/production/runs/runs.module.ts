import { Module } from '@nestjs/common';
import { BillingModule } from '../../money/money.module';
import { AgentsModule } from '../../network/agents/agents.module';
import { LinkModule } from '../../network/link/link.module';
import type { Feature } from '../../platform/kit/feature';
import { JobsModule } from '../jobs/jobs.module';
import { AgentFilesController } from './agent-files.controller';
import { AgentTranscriptsController } from './agent-transcripts.controller';
import { LabRunBook } from './lab-run-book';
import { RunEnd } from './run-end';
import { RunEvents } from './run-events';

/** The labs' reports of their runs, and the files and transcripts that agents fetch and send. */
@Module({
  imports: [AgentsModule, BillingModule, JobsModule, LinkModule],
  controllers: [AgentFilesController, AgentTranscriptsController],
  providers: [LabRunBook, RunEnd, RunEvents],
})
export class RunsModule {}

export const runs: Feature = { module: RunsModule };
