import type { LabId } from '@pandafab/shared';

/** Roles of an account. A member of staff may hold several. */
export const ROLES = ['maker', 'trainer', 'manager', 'billing', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Held in one lab, or in every lab; the others hold for the whole network. */
export const LAB_ROLES = ['trainer', 'manager'] as const satisfies Role[];
export const isLabRole = (role: Role): boolean => (LAB_ROLES as readonly Role[]).includes(role);

/** A role, and where it holds. */
export interface RoleGrant {
  readonly role: Role;
  /** Null: everywhere. Only lab roles are held in one lab. */
  readonly labId: LabId | null;
}

/** The possible scopes of an API token: it allows nothing else, even if its owner may do more. */
export const SCOPES = [
  'account:read',
  'account:write',
  'jobs:read',
  'jobs:write',
  'labs:read',
  'labs:write',
  'people:read',
  'people:write',
  'billing:read',
  'billing:write',
  'network:admin',
  'activity:read',
  'activity:write',
  'slicer',
] as const;
export type Scope = (typeof SCOPES)[number];

const allRoles = ROLES;
const labStaff = ['manager', 'administrator'] as const satisfies Role[];
const staff = ['manager', 'billing', 'administrator'] as const satisfies Role[];
const guides = ['trainer', 'manager', 'administrator'] as const satisfies Role[];
const allStaff = ['trainer', 'manager', 'billing', 'administrator'] as const satisfies Role[];
const trainers = ['trainer', 'administrator'] as const satisfies Role[];
const accountants = ['billing', 'administrator'] as const satisfies Role[];
const administrators = ['administrator'] as const satisfies Role[];

interface Permission {
  readonly roles: readonly Role[];
  readonly scope: Scope;
}
const permit = (scope: Scope, roles: readonly Role[]): Permission => ({ scope, roles });

/**
 * The roles that may do each action, and the scope that a token needs for it; an action that is not listed is denied. A
 * lab role is valid only for its labs; for "own" actions the service checks the ownership.
 */
const table = {
  'job.submit': permit('jobs:write', allRoles),
  'job.submit-for-others': permit('jobs:write', staff),
  'job.read-own': permit('jobs:read', allRoles),
  'job.read-any': permit('jobs:read', staff),
  'job.cancel-own': permit('jobs:write', allRoles),
  'job.cancel-any': permit('jobs:write', labStaff),
  'job.redo-own': permit('jobs:write', allRoles),
  'job.redo-any': permit('jobs:write', labStaff),
  'booking.make': permit('jobs:write', allRoles),
  // The order and the holds of a lab's queue, approval, and everything else about the waiting jobs of others.
  'job.arrange': permit('jobs:write', labStaff),
  'run.command': permit('labs:write', labStaff),
  'run.read-transcript': permit('labs:read', labStaff),
  'queue.manage': permit('network:admin', administrators),
  'lab.read': permit('labs:read', allRoles),
  'lab.manage': permit('network:admin', administrators),
  'lab.set-hours': permit('labs:write', labStaff),
  'lab.release': permit('labs:write', labStaff),
  // The rules of a lab's queue.
  'lab.set-queue': permit('labs:write', labStaff),
  'agent.manage': permit('network:admin', administrators),
  'machine.read': permit('labs:read', allRoles),
  'machine.read-record': permit('labs:read', labStaff),
  'machine.manage': permit('labs:write', labStaff),
  'machine.allow-command': permit('labs:write', labStaff),
  'machine.confirm-bed': permit('labs:write', labStaff),
  'machine.emergency-stop': permit('labs:write', labStaff),
  'machine-kind.read': permit('labs:read', allRoles),
  'machine-kind.manage': permit('network:admin', administrators),
  'material.read': permit('labs:read', labStaff),
  'material.manage': permit('labs:write', labStaff),
  'member.read-any': permit('people:read', allStaff),
  'member.manage': permit('people:write', labStaff),
  'member.manage-staff': permit('people:write', administrators),
  // The guardian of a member, the end of membership, and the home lab: by the home lab only, never for oneself.
  'member.entrust': permit('people:write', labStaff),
  'member.verify-residency': permit('people:write', labStaff),
  'member.import': permit('people:write', administrators),
  'member.export': permit('people:read', administrators),
  'category.read': permit('people:read', allRoles),
  'category.manage': permit('network:admin', administrators),
  'group.read': permit('people:read', allStaff),
  'group.manage': permit('people:write', labStaff),
  'induction.read': permit('people:read', guides),
  'induction.grant': permit('people:write', trainers),
  'organisation.read': permit('billing:read', staff),
  'organisation.manage': permit('billing:write', accountants),
  'account.invite': permit('people:write', labStaff),
  'account.let-back-in': permit('people:write', labStaff),
  'account.manage': permit('network:admin', administrators),
  'audit.read': permit('network:admin', administrators),
  // The state of the service: its mail server, its disk, its versions.
  'service.manage': permit('network:admin', administrators),
  'tariff.read': permit('billing:read', staff),
  'tariff.manage': permit('billing:write', accountants),
  'usage.read-own': permit('jobs:read', allRoles),
  'usage.read': permit('billing:read', accountants),
  'prestation.read': permit('billing:read', accountants),
  'prestation.manage': permit('billing:write', accountants),
  'invoice.read': permit('billing:read', accountants),
  'invoice.issue': permit('billing:write', accountants),
  'payment.read': permit('billing:read', accountants),
  'payment.manage': permit('billing:write', accountants),
  'books.read': permit('billing:read', accountants),
  'books.close': permit('billing:write', accountants),
  'chain.read': permit('billing:read', accountants),
  'chain.verify': permit('billing:write', accountants),
  // The accountant's files, and the accounts in them.
  'books.export': permit('billing:read', accountants),
  'seller.read': permit('billing:read', accountants),
  'seller.manage': permit('billing:write', accountants),
  'topic.read': permit('activity:read', allRoles),
  'topic.manage': permit('activity:write', guides),
  'partner.read': permit('activity:read', allStaff),
  'partner.manage': permit('activity:write', allStaff),
  'card.read': permit('people:read', allStaff),
  'card.manage': permit('people:write', guides),
  'room.read': permit('activity:read', allRoles),
  'room.manage': permit('activity:write', labStaff),
  'session.read': permit('activity:read', allRoles),
  // To register oneself, or a minor whose guardian one is; to book an appointment.
  'session.attend': permit('activity:write', allRoles),
  'session.manage': permit('activity:write', guides),
  'project.read': permit('activity:read', allStaff),
  'project.manage': permit('activity:write', guides),
  'visit.read': permit('activity:read', allStaff),
  'visit.count': permit('activity:write', guides),
  'kiosk.manage': permit('activity:write', labStaff),
  'convention.read': permit('activity:read', staff),
  'convention.manage': permit('activity:write', accountants),
  'report.read': permit('activity:read', staff),
  'report.comment': permit('activity:write', staff),
  'report.present': permit('activity:write', administrators),
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof table;

export const ACTIONS = Object.keys(table) as Action[];

/**
 * Actions that become a different action for the member record of a person on the staff: renaming an administrator, or
 * opening an account in their name, gives power over more than a lab.
 */
const onStaff: Partial<Record<Action, Action>> = {
  'member.manage': 'member.manage-staff',
  'member.entrust': 'member.manage-staff',
  'member.verify-residency': 'member.manage-staff',
  'account.invite': 'member.manage-staff',
  'account.let-back-in': 'member.manage-staff',
};

/** The action that replaces `action` for the member record of a person on the staff; undefined when there is none. */
export const actionOnStaff = (action: Action): Action | undefined =>
  Object.hasOwn(onStaff, action) ? onStaff[action] : undefined;

const permissionFor = (action: Action): Permission | undefined =>
  Object.hasOwn(table, action) ? table[action] : undefined;

/** The roles that may do `action`; none for an action that the table does not know. */
export const rolesAllowed = (action: Action): readonly Role[] => permissionFor(action)?.roles ?? [];

/** The scope that a token needs for `action`; undefined for an action that the table does not know. */
export const scopeNeeded = (action: Action): Scope | undefined => permissionFor(action)?.scope;

/** The caller: the roles of an account, and the scopes of the token used. */
export interface Rights {
  readonly roles: readonly RoleGrant[];
  /** Null: the person themselves, not a token. */
  readonly scopes: readonly Scope[] | null;
}

/** What the scope `slicer` allows: to send files in the name of the token's owner, and to follow the owner's jobs. */
const OF_SLICERS: readonly Action[] = ['job.submit', 'job.read-own'];

/** True when the caller's token allows `action`, whatever roles its owner has; true for a person without a token. */
export function isInScope({ scopes }: Rights, action: Action): boolean {
  const needed = scopeNeeded(action);
  if (needed === undefined) return false;
  if (scopes === null || scopes.includes(needed)) return true;
  return scopes.includes('slicer') && OF_SLICERS.includes(action);
}

const granting = ({ roles }: Rights, action: Action): RoleGrant[] =>
  roles.filter(({ role }) => rolesAllowed(action).includes(role));

/** Where `action` is allowed: everywhere, or in these labs; `[]` is nowhere. Denies by default. */
export function labsAllowed(rights: Rights, action: Action): 'everywhere' | readonly LabId[] {
  if (!isInScope(rights, action)) return [];
  const grants = granting(rights, action);
  if (grants.some(({ labId }) => labId === null)) return 'everywhere';
  return [...new Set(grants.flatMap(({ labId }) => (labId === null ? [] : [labId])))];
}

/** True when `action` is allowed somewhere: enough for what belongs to no lab. */
export function isAllowed(rights: Rights, action: Action): boolean {
  const labs = labsAllowed(rights, action);
  return labs === 'everywhere' || labs.length > 0;
}

/** True when `action` is allowed on what belongs to this lab. */
export function isAllowedIn(rights: Rights, action: Action, labId: LabId): boolean {
  const labs = labsAllowed(rights, action);
  return labs === 'everywhere' || labs.includes(labId);
}
