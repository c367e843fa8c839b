import type { Schemas } from '../api/client';
import type { Me } from '../api/queries';

export type Role = Schemas['Role'];

/** True when the person has one of these roles in any lab. It decides what is offered; the server checks the rights. */
export const holds = (me: Me, ...roles: readonly Role[]): boolean =>
  me.roles.some(({ role }) => roles.includes(role));

/** True when the person has one of these roles in this lab, or in all labs. */
export const holdsIn = (me: Me, labId: string, ...roles: readonly Role[]): boolean =>
  me.roles.some((held) => roles.includes(held.role) && (held.labId === null || held.labId === labId));

export const LAB_STAFF = ['manager', 'administrator'] as const satisfies Role[];
export const STAFF = ['trainer', 'manager', 'billing', 'administrator'] as const satisfies Role[];
export const ACCOUNTANTS = ['billing', 'administrator'] as const satisfies Role[];
export const SETTERS = ['trainer', 'manager', 'billing', 'administrator'] as const satisfies Role[];
/** Those who read figures, reports and agreements. */
export const REPORTERS = ['manager', 'billing', 'administrator'] as const satisfies Role[];
