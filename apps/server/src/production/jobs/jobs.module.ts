import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../money/documents/documents.module';
import { MemberAccountsModule } from '../../money/member-accounts/member-accounts.module';
import { BillingModule } from '../../money/money.module';
import { LinkModule } from '../../network/link/link.module';
import { MachinesModule } from '../../network/machines/machines.module';
import { MaintenanceModule } from '../../network/maintenance/maintenance.module';
import { ImportModule } from '../../people/import/import.module';
import { MembersModule } from '../../people/members/members.module';
import type { Feature } from '../../platform/kit/feature';
import { MaterialsModule } from '../../stock/spools/materials.module';
import { FilesModule } from '../files/files.module';
import { GuardModule } from '../guard/guard.module';
import { ExpectationResult, JobExpectation } from './expectation.entities';
import { Expectations1764500070000 } from './expectations.migration';
import { ExpectedRuns1764500141000 } from './expected-runs.migration';
import { GroupJobs1764424800000 } from './group-jobs.migration';
import { Batch, Job } from './job.entities';
import { JobRegistrations } from './job-registrations';
import { JobThumbnailsController } from './job-thumbnails.controller';
import { JobWords1764350100000 } from './job-words.migration';
import { jobsAudit } from './jobs.audit';
import { JobsController } from './jobs.controller';
import { jobsFaults } from './jobs.faults';
import { JobsService } from './jobs.service';
import { LabChoice } from './lab-choice';
import { LostFiles } from './lost-files.service';
import { MaterialService } from './material.service';
import { OnlyMachine1764500030000 } from './only-machine.migration';
import { ApprovalAfterReading } from './queue/ask-after-reading';
import { BatchesService } from './queue/batches.service';
import { CopiesService } from './queue/copies.service';
import { JobApproval } from './queue/job-approval';
import { OtherLabs1764500121000 } from './queue/other-labs.migration';
import { QueueController } from './queue/queue.controller';
import { QueueService } from './queue/queue.service';
import { QueueColumns1764500061000 } from './queue/queue-columns.migration';
import { QueueRank1764320000000 } from './queue-rank.migration';
import { RedoService } from './redo.service';
import { RequestedSteps1764330100000 } from './requested-steps.migration';
import { Run } from './run.entity';
import { RunsByEnd1764500281000 } from './runs-by-end.migration';
import { RunsOfMachines1764500043000 } from './runs-of-machines.migration';
import { SubmissionKey } from './submission-key.entity';
import { SubmissionsService } from './submissions.service';
import { TranscriptStore } from './transcript-store';
import { Transition } from './transition.entity';
import { WaitingReasons } from './waiting-reasons';

@Module({
  imports: [
    BillingModule,
    FilesModule,
    DocumentsModule,
    GuardModule,
    ImportModule,
    LinkModule,
    MachinesModule,
    MaintenanceModule,
    MaterialsModule,
    MemberAccountsModule,
    MembersModule,
  ],
  controllers: [JobsController, JobThumbnailsController, QueueController],
  exports: [
    ApprovalAfterReading,
    JobApproval,
    JobsService,
    LabChoice,
    LostFiles,
    SubmissionsService,
    TranscriptStore,
    WaitingReasons,
  ],
  providers: [
    ApprovalAfterReading,
    BatchesService,
    CopiesService,
    JobApproval,
    JobRegistrations,
    JobsService,
    LabChoice,
    LostFiles,
    MaterialService,
    QueueService,
    RedoService,
    SubmissionsService,
    TranscriptStore,
    WaitingReasons,
  ],
})
export class JobsModule {}

export const jobs = {
  module: JobsModule,
  tables: [Batch, ExpectationResult, Job, JobExpectation, Run, SubmissionKey, Transition],
  migrations: [
    ExpectedRuns1764500141000,
    ...[JobWords1764350100000, QueueRank1764320000000, RequestedSteps1764330100000],
    ...[GroupJobs1764424800000, OnlyMachine1764500030000, Expectations1764500070000],
    RunsOfMachines1764500043000,
    RunsByEnd1764500281000,
    QueueColumns1764500061000,
    OtherLabs1764500121000,
  ],
  auditWords: [jobsAudit],
  faults: [jobsFaults],
} satisfies Feature;
