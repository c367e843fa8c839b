import type { Schemas } from '../../api/client';
import { roleValues } from '../../api/schema';
import type { Role } from '../../frame/rights';

export type RoleGrant = Schemas['RoleGrant'];

/** Roles that are given for one lab or for all labs; the other roles are valid everywhere. */
const LAB_ROLES: readonly Role[] = ['trainer', 'manager'];
const NETWORK_ROLES = roleValues.filter((role) => !LAB_ROLES.includes(role));

/** Whether a role can be held in one lab. */
export const isLabRole = (role: Role): boolean => LAB_ROLES.includes(role);

/** The grant as the name of a field. */
export const keyOf = ({ role, labId }: RoleGrant): string => `${role} ${labId ?? 'everywhere'}`;

export const networkGrants: readonly RoleGrant[] = NETWORK_ROLES.map((role) => ({ role, labId: null }));

/** The roles for one lab; for all labs where it is null. */
export const grantsIn = (labId: string | null): readonly RoleGrant[] =>
  LAB_ROLES.map((role) => ({ role, labId }));
