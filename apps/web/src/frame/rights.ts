import type { Me } from '../api/queries';

export type Role = Me['roles'][number]['role'];

/** True when one of these roles is held somewhere: decides what is offered; the server decides what is done. */
export const holds = (me: Me, ...roles: readonly Role[]): boolean =>
  me.roles.some(({ role }) => roles.includes(role));

/** True when one of these roles is held in this lab, or everywhere. */
export const holdsIn = (me: Me, labId: string, ...roles: readonly Role[]): boolean =>
  me.roles.some((held) => roles.includes(held.role) && (held.labId === null || held.labId === labId));

export const LAB_STAFF = ['manager', 'administrator'] as const satisfies Role[];
export const STAFF = ['trainer', 'manager', 'billing', 'administrator'] as const satisfies Role[];
export const ACCOUNTANTS = ['billing', 'administrator'] as const satisfies Role[];
