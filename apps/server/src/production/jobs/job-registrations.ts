import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IssuingBlockers } from '../../money/documents/issuing-blockers';
import { FundedJobs } from '../../money/member-accounts/funded-jobs';
import { HoursRun } from '../../network/maintenance/hours-run';
import { ImportHolds } from '../../people/import/import-holds';
import { LabsOfMembers } from '../../people/members/labs-of-members';
import { ContentReferences } from '../../platform/content-references/content-references';
import { labIdOf, SubjectLabs } from '../../platform/http/subject-labs';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { SearchSources } from '../../platform/search/search-sources';
import { ExpectationResult, JobExpectation } from './expectation.entities';
import { Batch, Job } from './job.entities';
import { findJobs } from './job-search';
import { matchLabsOf } from './match-labs-of';
import { readOwnJobs } from './own-jobs';
import { findPendingPrints } from './pending-prints';
import { Run } from './run.entity';
import { secondsRun } from './seconds-run';
import { SubmissionKey } from './submission-key.entity';

/** Registers the answers that other modules need about jobs and runs. */
@Injectable()
export class JobRegistrations implements OnModuleInit {
  constructor(
    private readonly subjects: SubjectLabs,
    private readonly personal: PersonalTables,
    private readonly contents: ContentReferences,
    private readonly labsOfMembers: LabsOfMembers,
    private readonly importHolds: ImportHolds,
    private readonly issuingBlockers: IssuingBlockers,
    private readonly search: SearchSources,
    private readonly hoursRun: HoursRun,
    private readonly funded: FundedJobs,
  ) {}

  onModuleInit(): void {
    this.subjects.register('run', labIdOf(Run));
    this.personal.register('submissions', rowsOf(Batch, byMember));
    this.personal.register('jobs', { entities: [Job], read: readOwnJobs });
    this.personal.leaveOut(SubmissionKey, 'hashes by which a submission that is sent again is known');
    this.personal.leaveOut(JobExpectation, 'expected hours of waiting jobs, which the job shows');
    this.personal.leaveOut(ExpectationResult, 'how right expected hours were, which the job itself has');
    this.contents.register('jobs', { entity: Job, column: 'fileSha256' });
    this.labsOfMembers.register('jobs', Job);
    this.importHolds.register(Batch, 'IMPORT.KEPT_JOB');
    this.importHolds.register(Job, 'IMPORT.KEPT_JOB');
    this.issuingBlockers.register('pending-prints', findPendingPrints);
    this.search.register('job', findJobs);
    this.hoursRun.register(secondsRun);
    this.funded.register(matchLabsOf);
  }
}
