import { ACCOUNTANTS, holds, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import {
  type Thing,
  useGroups,
  useOrganisations,
  usePartners,
  usePrestations,
  useProjects,
  useThings,
} from '../form/choices';
import type { LabSession } from '../session';

/** The names of the rooms, the equipment and the machines of a session. */
export function useThingNames({ labId, roomIds, machineIds }: LabSession): string[] {
  const { rooms, equipment, machines } = useThings({ id: labId }, [...roomIds, ...machineIds]);
  return [...rooms, ...equipment, ...machines]
    .filter(({ id }) => roomIds.includes(id) || machineIds.includes(id))
    .map(({ name }) => name);
}

interface LinkName {
  readonly term: 'organisationId' | 'group' | 'projectId' | 'prestationId';
  readonly name: string;
  /** Its page, for those who may open it. */
  readonly to?: string | undefined;
}

/** For whom a session is and who pays, by name. What a role may not read is left out. */
export function useLinkNames(session: LabSession): LinkName[] {
  const me = useMe();
  const partners = usePartners().map(({ organisationId: id, name }) => ({ id, name }));
  const bodies = [...partners, ...useOrganisations()];
  const [groups, projects, prestations] = [
    useGroups(session.labId),
    useProjects(session.labId),
    usePrestations(),
  ];
  const { organisationId, groupId, projectId, prestationId } = session;
  const named = (
    term: LinkName['term'],
    things: readonly Thing[],
    id: string | null,
    to?: string | false,
  ): LinkName[] => {
    const name = things.find((each) => each.id === id)?.name;
    return name === undefined ? [] : [{ term, name, to: to || undefined }];
  };
  const maySetUp = holds(me, 'billing', ...LAB_STAFF);
  return [
    ...named(
      'organisationId',
      bodies,
      organisationId,
      maySetUp && `/settings/organisations/${organisationId}`,
    ),
    ...named('group', groups, groupId, maySetUp && `/settings/groups/${groupId}`),
    ...named('projectId', projects, projectId),
    ...named(
      'prestationId',
      prestations,
      prestationId,
      holds(me, ...ACCOUNTANTS) && `/prestations/${prestationId}`,
    ),
  ];
}
