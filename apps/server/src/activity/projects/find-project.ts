import { Fault, type ProjectId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Project } from './project.entities';

/** @throws Fault PROJECT.UNKNOWN */
export async function findProject(manager: EntityManager, id: ProjectId): Promise<Project> {
  const project = await manager.findOneBy(Project, { id });
  if (!project) throw new Fault('PROJECT.UNKNOWN');
  return project;
}

/**
 * Changes a project of which the caller knows the version. Of two who change it at once, the later one is refused.
 * @throws Fault PROJECT.CHANGED
 */
export async function writeProject(
  manager: EntityManager,
  { id, version }: Pick<Project, 'id' | 'version'>,
  changes: Partial<Project>,
): Promise<void> {
  const { affected } = await manager.update(Project, { id, version }, { ...changes, version: version + 1 });
  if (affected !== 1) throw new Fault('PROJECT.CHANGED');
}
