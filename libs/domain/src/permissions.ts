/** Roles of an account. A member of staff may hold several. */
export const ROLES = ['maker', 'manager', 'billing', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

const everybody = ROLES;
const staff = ['manager', 'billing', 'administrator'] as const satisfies Role[];
const labStaff = ['manager', 'administrator'] as const satisfies Role[];
const accountants = ['billing', 'administrator'] as const satisfies Role[];
const administrators = ['administrator'] as const satisfies Role[];

/** Who may do what; what is not here, nobody may. "own" actions are checked for ownership by their service. */
const table = {
  'job.submit': everybody,
  'job.submit-for-others': staff,
  'job.read-own': everybody,
  'job.read-any': staff,
  'job.cancel-own': everybody,
  'job.cancel-any': labStaff,
  'job.redo-own': everybody,
  'job.redo-any': labStaff,
  'run.command': labStaff,
  'queue.manage': administrators,
  'lab.read': everybody,
  'lab.manage': administrators,
  'agent.manage': administrators,
  'machine.read': everybody,
  'machine.manage': labStaff,
  'machine.allow-command': labStaff,
  'machine.confirm-bed': labStaff,
  'machine.emergency-stop': labStaff,
  'material.read': labStaff,
  'material.manage': labStaff,
  'member.read-any': staff,
  'member.manage': labStaff,
  'organisation.read': staff,
  'organisation.manage': accountants,
  'account.manage': administrators,
  'tariff.read': staff,
  'tariff.manage': accountants,
  'usage.read-own': everybody,
  'usage.read': accountants,
  'prestation.read': accountants,
  'prestation.manage': accountants,
  'invoice.read': accountants,
  'invoice.issue': accountants,
  'seller.read': accountants,
  'seller.manage': accountants,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof table;

export const ACTIONS = Object.keys(table) as Action[];

/** The roles that may do `action`; none for an action that the table does not know. */
export function rolesAllowed(action: Action): readonly Role[] {
  return Object.hasOwn(table, action) ? table[action] : [];
}

/** True when one of `roles` may do `action`. Denies by default. */
export function isAllowed(roles: readonly Role[], action: Action): boolean {
  return rolesAllowed(action).some((role) => roles.includes(role));
}
