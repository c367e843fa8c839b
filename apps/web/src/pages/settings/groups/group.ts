import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import type { Me } from '../../../api/queries';
import { holdsIn, LAB_STAFF } from '../../../frame/rights';

export type Group = Schemas['Group'];
export type GroupDetail = Schemas['GroupDetail'];
export type Person = Schemas['GroupPerson'];

export const groupQuery = (id: string) => get('/api/v1/groups/{id}', { path: { id } });

/** A group changes as long as it is not archived, by the staff of its lab. */
export const mayChange = (me: Me, { labId, archivedAt }: Pick<Group, 'labId' | 'archivedAt'>): boolean =>
  archivedAt === null && holdsIn(me, labId, ...LAB_STAFF);
