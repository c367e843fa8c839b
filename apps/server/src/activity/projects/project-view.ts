import { projectSteps } from '@pandafab/domain';
import type { ProjectId, SessionId, TopicId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Prestation } from '../../money/prestations/prestation.entities';
import { Group } from '../../people/groups/group.entities';
import { MemberContact } from '../../people/members/member.entity';
import { Organisation } from '../../people/organisations/organisation.entity';
import { toIso } from '../../platform/http/fields';
import { Job } from '../../production/jobs/job.entities';
import { titleEn, titlesOf } from '../topics/session-titles';
import { type Project, ProjectJob, ProjectPerson, ProjectPrestation } from './project.entities';
import type { ProjectDetail, ProjectView } from './projects.dto';

/** Projects with the names of those for whom they are. */
export async function viewsOf(manager: EntityManager, projects: readonly Project[]): Promise<ProjectView[]> {
  const present = <Id>(ids: readonly (Id | null)[]): Id[] => ids.filter((each) => each !== null);
  const organisations = await manager.findBy(Organisation, {
    id: In(present(projects.map(({ organisationId }) => organisationId))),
  });
  const groups = await manager.findBy(Group, { id: In(present(projects.map(({ groupId }) => groupId))) });
  return projects.map((project) => ({
    ...ownFields(project),
    organisationName: organisations.find(({ id }) => id === project.organisationId)?.name ?? null,
    groupName: groups.find(({ id }) => id === project.groupId)?.name ?? null,
  }));
}

const ownFields = ({ id, title, summary, state, labId, organisationId, groupId, ...project }: Project) => ({
  ...{ id, title, summary, state, labId, organisationId, groupId },
  ...{ partners: [...project.partners], stages: [...project.stages] },
  ...{ startsOn: project.startsOn, endedOn: project.endedOn, outcome: project.outcome },
  ...{ hasPicture: project.fileSha256 !== null, version: project.version },
  createdAt: toIso(project.createdAt),
});

/** A project with all that belongs to it. */
export async function detailOf(manager: EntityManager, project: Project): Promise<ProjectDetail> {
  const { id: projectId } = project;
  const [view] = await viewsOf(manager, [project]);
  return {
    ...(view as ProjectView),
    steps: projectSteps(project.state),
    people: await peopleOf(manager, projectId),
    sessions: await sessionsOf(manager, projectId),
    jobs: await jobsOf(manager, projectId),
    prestations: await prestationsOf(manager, projectId),
  };
}

async function peopleOf(manager: EntityManager, projectId: ProjectId): Promise<ProjectDetail['people']> {
  const people = await manager.findBy(ProjectPerson, { projectId });
  const contacts = await manager.findBy(MemberContact, {
    memberId: In(people.map(({ memberId }) => memberId)),
  });
  return people
    .map(({ memberId, addedAt }) => ({
      ...{ memberId, addedAt: toIso(addedAt) },
      displayName: contacts.find((contact) => contact.memberId === memberId)?.displayName ?? '—',
    }))
    .sort((a, b) => a.displayName.localeCompare(b.displayName, 'fr'));
}

export const jobView = ({ id, fileName, state, labId, createdAt }: Job) => ({
  ...{ jobId: id, fileName, state, labId, createdAt: toIso(createdAt) },
});

async function jobsOf(manager: EntityManager, projectId: ProjectId): Promise<ProjectDetail['jobs']> {
  const rows = await manager.findBy(ProjectJob, { projectId });
  const jobs = await manager.find(Job, {
    ...{ where: { id: In(rows.map(({ jobId }) => jobId)) }, order: { createdAt: 'DESC', id: 'DESC' } },
  });
  return jobs.map(jobView);
}

async function prestationsOf(
  manager: EntityManager,
  projectId: ProjectId,
): Promise<ProjectDetail['prestations']> {
  const rows = await manager.findBy(ProjectPrestation, { projectId });
  const found = await manager.find(Prestation, {
    ...{ where: { id: In(rows.map(({ prestationId }) => prestationId)) }, order: { reference: 'ASC' } },
  });
  return found.map(({ id, reference, title, state }) => ({ prestationId: id, reference, title, state }));
}

interface SessionRow {
  readonly id: SessionId;
  readonly title: string;
  readonly topicId: TopicId | null;
  readonly kind: string;
  readonly state: string;
  readonly day: string;
  readonly fromAt: string | number;
}

/** The folder of sessions stands above this one, and imports it: its table is read by its name. */
async function sessionsOf(manager: EntityManager, projectId: ProjectId): Promise<ProjectDetail['sessions']> {
  const rows = await manager
    .createQueryBuilder()
    .select(['id', 'title', 'kind', 'state', 'day'].map((column) => `session.${column} AS ${column}`))
    .addSelect('session."topicId"', 'topicId')
    .addSelect('session."fromAt"', 'fromAt')
    .from('sessions', 'session')
    .where('session."projectId" = :projectId', { projectId })
    .orderBy('session."fromAt"', 'ASC')
    .getRawMany<SessionRow>();
  const topics = await titlesOf(manager, rows);
  return rows.map(({ id, fromAt, topicId, ...row }) => ({
    ...{ ...row, titleEn: titleEn({ title: row.title, topicId }, topics) },
    ...{ sessionId: id, from: toIso(Number(fromAt)) },
  }));
}
