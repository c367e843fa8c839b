import type { Unit } from '../../../platform/persistence/unit';
import type { Job } from '../job.entities';

/** A rule of the lab asks for approval of this job. */
export async function approvalAsked(_unit: Unit, _job: Job): Promise<void> {}

/** A manager approved this job. */
export async function approvalGiven(_unit: Unit, _job: Job): Promise<void> {}

/** A manager refused this job, with these words. */
export async function approvalRefused(_unit: Unit, _job: Job, _words: string): Promise<void> {}
