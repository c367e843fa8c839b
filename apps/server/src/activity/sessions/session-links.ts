import { isAllowedIn, type Rights } from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Prestation } from '../../money/prestations/prestation.entities';
import { demandKind } from '../../network/machines/demand-kind';
import { Group } from '../../people/groups/group.entities';
import { Organisation } from '../../people/organisations/organisation.entity';
import { Project } from '../projects/project.entities';
import type { Session } from './session.entities';

type Links = Pick<
  Session,
  'organisationId' | 'groupId' | 'prestationId' | 'projectId' | 'audience' | 'inductionKind'
>;

/**
 * Checks what a session names besides its topic, trainer and rooms.
 * @throws Fault SESSION.LINK_UNKNOWN {what}, SESSION.GROUP_MISSING, MACHINE.UNKNOWN_KIND
 */
export async function demandLinks(manager: EntityManager, links: Links): Promise<void> {
  const { organisationId, groupId, prestationId, projectId, audience, inductionKind } = links;
  const unknown = (what: string) => new Fault('SESSION.LINK_UNKNOWN', { what });
  if (organisationId && !(await manager.existsBy(Organisation, { id: organisationId })))
    throw unknown('organisation');
  if (groupId && !(await manager.existsBy(Group, { id: groupId }))) throw unknown('group');
  if (prestationId && !(await manager.existsBy(Prestation, { id: prestationId })))
    throw unknown('prestation');
  if (projectId && !(await manager.existsBy(Project, { id: projectId }))) throw unknown('project');
  if (audience === 'group' && groupId === null) throw new Fault('SESSION.GROUP_MISSING');
  if (inductionKind !== null) await demandKind(manager, inductionKind);
}

/**
 * A project of a lab in which the account may change projects: its page lists the session.
 * @throws Fault SESSION.LINK_UNKNOWN {what}
 */
export async function demandOwnProject(
  manager: EntityManager,
  account: Rights,
  id: Session['projectId'],
): Promise<void> {
  if (id === null) return;
  const project = await manager.findOneBy(Project, { id });
  if (!project || !isAllowedIn(account, 'project.manage', project.labId))
    throw new Fault('SESSION.LINK_UNKNOWN', { what: 'project' });
}

/** What a session's audit entries name it by. */
export const subjectOf = ({ id, labId }: { readonly id: string; readonly labId: LabId }) =>
  ({ subject: ['lab-session', id], labId }) as const;
