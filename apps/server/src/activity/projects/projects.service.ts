import { Injectable } from '@nestjs/common';
import { isAllowed, nextProjectState, type ProjectStep } from '@pandafab/domain';
import { Fault, type LabId, newId, type OrganisationId, type ProjectId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { parisDay } from '../../money/kit/paris';
import { Lab } from '../../network/labs/lab.entity';
import { Group } from '../../people/groups/group.entities';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit, difference } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { type Key, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Partner } from '../partners/partner.entity';
import { findProject, writeProject } from './find-project';
import { Project } from './project.entities';
import type { NewProjectDto, ProjectChanges, ProjectSearch } from './projects.dto';

/** The latest beginning first. */
const KEYS: readonly Key<Project>[] = [
  { column: 'project.startsOn', order: 'DESC', of: ({ startsOn }) => startsOn },
  { column: 'project.id', order: 'DESC', of: ({ id }) => id },
];

/** Projects to which sessions, prints and client orders belong. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @param labs only projects of these labs */
  list(
    { search, labId, state, organisationId, ...page }: ProjectSearch,
    labs: 'everywhere' | readonly LabId[],
  ) {
    const query = this.database.manager.createQueryBuilder(Project, 'project');
    if (labs !== 'everywhere') query.andWhere('project.labId IN (:...labs)', { labs: [...labs] });
    if (labId) query.andWhere('project.labId = :labId', { labId });
    if (state) query.andWhere('project.state = :state', { state });
    if (organisationId) query.andWhere('project.organisationId = :organisationId', { organisationId });
    if (search) query.andWhere("project.foldedTitle LIKE :words ESCAPE '\\'", { words: containing(search) });
    return readPart(query, KEYS, page);
  }

  /** @throws Fault LAB.UNKNOWN, GROUP.UNKNOWN, ORGANISATION.UNKNOWN */
  create(account: CurrentAccountInfo, fields: NewProjectDto): Promise<Project> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      const { labId, title } = fields;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await demandForWhom(manager, account, fields);
      const project: Project = {
        ...{ id: newId<ProjectId>(), ...fields, state: 'planned', endedOn: null },
        ...{
          fileSha256: null,
          fileType: null,
          fileBytes: null,
          version: 1,
          createdBy: account.accountId,
          createdAt,
        },
      };
      await manager.insert(Project, project);
      const after = { title, startsOn: fields.startsOn };
      await audit(unit, { action: 'project.made', subject: ['project', project.id], labId, after });
      return project;
    });
  }

  /** @throws Fault PROJECT.UNKNOWN, PROJECT.CHANGED, GROUP.UNKNOWN, ORGANISATION.UNKNOWN */
  async change(
    account: CurrentAccountInfo,
    id: ProjectId,
    version: number,
    changes: ProjectChanges,
  ): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const project = await findProject(manager, id);
      await demandForWhom(manager, account, changes, project);
      const changed = difference(project, changes);
      if (project.version !== version) throw new Fault('PROJECT.CHANGED');
      if (!changed) return;
      await writeProject(manager, { id, version }, changes);
      const note = { subject: ['project', id] as const, labId: project.labId, ...changed };
      await audit(unit, { action: 'project.changed', ...note });
    });
  }

  /** @throws Fault PROJECT.UNKNOWN, PROJECT.CHANGED, PROJECT.STEP_REFUSED */
  async move(id: ProjectId, version: number, step: ProjectStep): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const project = await findProject(manager, id);
      if (project.version !== version) throw new Fault('PROJECT.CHANGED');
      const state = nextProjectState(project.state, step);
      if (!state) throw new Fault('PROJECT.STEP_REFUSED');
      const endedOn = state === 'done' || state === 'stopped' ? parisDay(now) : null;
      await writeProject(manager, { id, version }, { state, endedOn });
      const note = { before: { state: project.state }, after: { state } };
      await audit(unit, {
        ...{ action: 'project.moved', subject: ['project', id], labId: project.labId },
        ...note,
      });
    });
  }
}

type ForWhom = Partial<Pick<Project, 'organisationId' | 'groupId'>>;

/**
 * Those who do not see the list of clients choose from the partners: the page of a project names its organisation.
 * @param before what the project has already stays
 * @throws Fault GROUP.UNKNOWN, ORGANISATION.UNKNOWN
 */
async function demandForWhom(
  manager: EntityManager,
  account: CurrentAccountInfo,
  { organisationId, groupId }: ForWhom,
  before?: ForWhom,
): Promise<void> {
  const isKnown = (id: OrganisationId) =>
    isAllowed(account, 'organisation.read')
      ? manager.existsBy(Organisation, { id })
      : manager.existsBy(Partner, { organisationId: id });
  if (organisationId && organisationId !== before?.organisationId && !(await isKnown(organisationId)))
    throw new Fault('ORGANISATION.UNKNOWN');
  if (groupId && !(await manager.existsBy(Group, { id: groupId }))) throw new Fault('GROUP.UNKNOWN');
}
