import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import {
  type Action,
  actionOnStaff,
  isAllowed,
  isAllowedIn,
  isInScope,
  isLabRole,
  type Rights,
  rolesAllowed,
  type Scope,
  scopeNeeded,
} from '@pandafab/domain';
import { type AccountId, Fault, type FaultCode, type LabId, type MemberId } from '@pandafab/shared';
import { AccessFaults } from './faults';

/** The caller: set by the guard on every request that is not public. */
export interface CurrentAccountInfo extends Rights {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
}

export interface AuthenticatedRequest {
  account?: CurrentAccountInfo;
}

/**
 * The kind of thing that the route's `:id` names: by it the guard finds the labs that the thing belongs to
 * (`SubjectLabs`). `entrusted-member` is a member, with the labs that decide for that member instead of all labs that
 * know the member.
 */
export const LAB_SUBJECTS = [
  'lab',
  'machine',
  'run',
  'spool',
  'member',
  'entrusted-member',
  'group',
  'room',
  'lab-session',
  'project',
] as const;
export type LabSubject = (typeof LAB_SUBJECTS)[number];

/** `network`: the subject belongs to no lab, or the service checks the labs itself, as with a person's own jobs. */
export type Subject = 'network' | LabSubject;

export type Access =
  | { readonly who: 'public'; readonly counted: boolean }
  | { readonly who: 'agent' }
  | { readonly who: 'signed-in'; readonly scope: Scope }
  | { readonly who: 'role'; readonly action: Action; readonly subject: Subject };

export const ACCESS = Symbol('access');
/** The field of the API's description that says who may use an operation. */
export const ACCESS_EXTENSION = 'x-access';
/** The field that says which scope a token needs. */
export const SCOPE_EXTENSION = 'x-scope';

const access = (value: Access, name: string, faults: ReturnType<typeof AccessFaults>, scope?: Scope) =>
  applyDecorators(
    SetMetadata(ACCESS, value),
    ApiExtension(ACCESS_EXTENSION, name),
    faults,
    ...(scope ? [ApiExtension(SCOPE_EXTENSION, scope)] : []),
  );

const OF_STRANGERS: readonly FaultCode[] = ['REQUEST.TOO_MANY'];
const OF_ACCOUNTS: readonly FaultCode[] = [
  ...OF_STRANGERS,
  'AUTH.REQUIRED',
  'AUTH.TOKEN_INVALID',
  'AUTH.SCOPE_MISSING',
];

/**
 * For routes without an account: health, signing in and the steps before it, nothing else.
 * @param counted false for health checks, which are never rate-limited
 */
export const Public = ({ counted } = { counted: true }) =>
  access(
    { who: 'public', counted },
    'public',
    counted ? AccessFaults('public', OF_STRANGERS) : AccessFaults('uncounted', []),
  );

/** For any account, about itself; a token needs `scope`. */
export const SignedIn = (scope: Scope) =>
  access({ who: 'signed-in', scope }, 'signed-in', AccessFaults('signed-in', OF_ACCOUNTS), scope);

/**
 * For accounts with a role that may do `action` on the subject that `:id` names. A route without any of these
 * decorators refuses every caller.
 */
export const Can = (action: Action, subject: Subject) =>
  access({ who: 'role', action, subject }, action, faultsOfRole(action, subject), scopeNeeded(action));

function faultsOfRole(action: Action, subject: Subject) {
  const faults: readonly FaultCode[] = [...OF_ACCOUNTS, 'AUTH.FORBIDDEN'];
  if (subject === 'network') return AccessFaults('role', faults);
  const isOfMembers = subject === 'member' || subject === 'entrusted-member';
  return isOfMembers && actionOnStaff(action)
    ? AccessFaults('role-for-member', [...faults, 'AUTH.OTHER_LAB', 'MEMBER.OF_STAFF'])
    : AccessFaults('role-in-lab', [...faults, 'AUTH.OTHER_LAB']);
}

/** For a lab's agent, with its own secret: the route's controller checks it. */
export const AgentOnly = () => access({ who: 'agent' }, 'agent', AccessFaults('agent', ['AUTH.REQUIRED']));

export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentAccountInfo => {
    const { account } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!account) throw new Fault('AUTH.REQUIRED');
    return account;
  },
);

/** @throws Fault AUTH.SCOPE_MISSING {scope} when the token in the request does not have this scope. */
export function demandScope({ scopes }: Rights, scope: Scope | undefined): void {
  if (scope && scopes !== null && !scopes.includes(scope)) throw new Fault('AUTH.SCOPE_MISSING', { scope });
}

/** For subjects that belong to no lab. @throws Fault AUTH.FORBIDDEN naming the roles that may; AUTH.SCOPE_MISSING. */
export function demand(rights: Rights, action: Action): void {
  const scope = scopeNeeded(action);
  if (scope && !isInScope(rights, action)) throw new Fault('AUTH.SCOPE_MISSING', { scope });
  if (!isAllowed(rights, action)) throw new Fault('AUTH.FORBIDDEN', { roles: [...rolesAllowed(action)] });
}

/**
 * For subjects that belong to one of `labs`.
 * @throws Fault AUTH.FORBIDDEN naming the roles that may; AUTH.OTHER_LAB when the account has such a role in another
 * lab only; AUTH.SCOPE_MISSING.
 */
export function demandIn(rights: Rights, action: Action, ...labs: readonly LabId[]): void {
  demand(rights, action);
  if (labs.some((labId) => isAllowedIn(rights, action, labId))) return;
  throw new Fault('AUTH.OTHER_LAB', { roles: rolesAllowed(action).filter(isLabRole) });
}
