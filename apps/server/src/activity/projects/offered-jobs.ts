import type { JobId } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Job } from '../../production/jobs/job.entities';
import { type Project, ProjectJob, ProjectPerson, ProjectPrestation } from './project.entities';

const MOST_OFFERED = 50;

/**
 * The prints that can belong to a project: of its people, for its group or for its client orders. Trainers, who see no
 * other jobs, can add these.
 */
function offeredTo(manager: EntityManager, { id, groupId }: Project): SelectQueryBuilder<Job> {
  const people = manager
    .createQueryBuilder(ProjectPerson, 'person')
    .select('1')
    .where('person.projectId = :id AND person.memberId = job.memberId');
  const orders = manager
    .createQueryBuilder(ProjectPrestation, 'ordered')
    .select('1')
    .where('ordered.projectId = :id AND ordered.prestationId = job.prestationId');
  const ofGroup = groupId === null ? '' : 'OR job.groupId = :groupId';
  return manager
    .createQueryBuilder(Job, 'job')
    .where(`(EXISTS (${people.getQuery()}) OR EXISTS (${orders.getQuery()}) ${ofGroup})`)
    .setParameters({ id, ...(groupId !== null && { groupId }) });
}

/** The latest of them that belong to no project yet. */
export function offeredJobs(manager: EntityManager, project: Project): Promise<Job[]> {
  const taken = manager.createQueryBuilder(ProjectJob, 'taken').select('1').where('taken.jobId = job.id');
  return offeredTo(manager, project)
    .andWhere(`NOT EXISTS (${taken.getQuery()})`)
    .orderBy('job.createdAt', 'DESC')
    .addOrderBy('job.id', 'DESC')
    .limit(MOST_OFFERED)
    .getMany();
}

/** Whether a print can belong to the project. */
export const isOffered = (manager: EntityManager, project: Project, jobId: JobId): Promise<boolean> =>
  offeredTo(manager, project).andWhere('job.id = :jobId', { jobId }).getExists();
