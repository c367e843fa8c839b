import type { ProjectState } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { Group } from '../../../people/groups/group.entities';
import { Organisation } from '../../../people/organisations/organisation.entity';
import { Project } from '../../projects/project.entities';
import { type IndicatorScope, once } from '../scope';
import { ofLab } from './conditions';

/** A project that was under way in the period. */
export interface CountedProject {
  readonly id: string;
  readonly title: string;
  readonly state: ProjectState;
  readonly startsOn: string;
  readonly endedOn: string | null;
  readonly outcome: string | null;
  /** Its own organisation, or that of its group. */
  readonly organisationId: string | null;
  readonly organisation: string | null;
}

/** The projects of the period, by their first day. */
export const readProjects = (manager: EntityManager, scope: IndicatorScope): Promise<CountedProject[]> =>
  once(scope, 'projects', () => {
    const { from, until } = scope;
    const query = manager
      .createQueryBuilder(Project, 'project')
      .leftJoin(Group, 'people', 'people.id = project.groupId')
      .leftJoin(
        Organisation,
        'organisation',
        'organisation.id = COALESCE(project.organisationId, people.organisationId)',
      )
      .select('project.id', 'id')
      .addSelect('project.title', 'title')
      .addSelect('project.state', 'state')
      .addSelect('project.startsOn', 'startsOn')
      .addSelect('project.endedOn', 'endedOn')
      .addSelect('project.outcome', 'outcome')
      .addSelect('organisation.id', 'organisationId')
      .addSelect('organisation.name', 'organisation')
      .where(`project.state IN ('running', 'done') AND project.startsOn <= :until`, { until })
      .andWhere('(project.endedOn IS NULL OR project.endedOn >= :from)', { from });
    return ofLab(query, 'project.labId', scope)
      .orderBy('project.startsOn')
      .addOrderBy('project.id')
      .getRawMany<CountedProject>();
  });
