import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import {
  type Action,
  isAllowed,
  isAllowedIn,
  isLabRole,
  type Rights,
  rolesAllowed,
  type Scope,
  scopeNeeded,
} from '@pandafab/domain';
import { type AccountId, Fault, type LabId, type MemberId } from '@pandafab/shared';

/** Who is asking: set by the guard on every request that is not public. */
export interface CurrentAccountInfo extends Rights {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
}

export interface AuthenticatedRequest {
  account?: CurrentAccountInfo;
}

/**
 * What the route's `:id` names, by which the guard finds the labs that it belongs to. `network`: it belongs to no lab, or
 * the service looks for itself, as with one's own jobs.
 */
export type Subject =
  | 'network'
  | 'lab'
  | 'machine'
  | 'run'
  | 'spool'
  | 'member'
  /** The same, by the labs that decide for the member instead of all that know them. */
  | 'entrusted-member'
  | 'group';

export type Access =
  | { readonly who: 'public'; readonly counted: boolean }
  | { readonly who: 'agent' }
  | { readonly who: 'signed-in'; readonly scope: Scope }
  | { readonly who: 'role'; readonly action: Action; readonly subject: Subject };

export const ACCESS = Symbol('access');
/** Where the API's description finds who may use an operation. */
export const ACCESS_EXTENSION = 'x-access';
/** Where it finds what a token needs for it. */
export const SCOPE_EXTENSION = 'x-scope';

const access = (value: Access, name: string, scope?: Scope) =>
  applyDecorators(
    SetMetadata(ACCESS, value),
    ApiExtension(ACCESS_EXTENSION, name),
    ...(scope ? [ApiExtension(SCOPE_EXTENSION, scope)] : []),
  );

/**
 * Answers without an account: health, signing in and what leads there, nothing else.
 * @param counted false where whoever asks may ask as often as they like: what watches the service must not be told off
 */
export const Public = ({ counted } = { counted: true }) => access({ who: 'public', counted }, 'public');

/** Answers any account about itself; a token needs `scope`. */
export const SignedIn = (scope: Scope) => access({ who: 'signed-in', scope }, 'signed-in', scope);

/**
 * Answers accounts with a role that may do `action` on what `:id` names. A route without any of these answers nobody.
 */
export const Can = (action: Action, subject: Subject) =>
  access({ who: 'role', action, subject }, action, scopeNeeded(action));

/** Answers a lab's agent, by its own secret: its controller checks it. */
export const AgentOnly = () => access({ who: 'agent' }, 'agent');

export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentAccountInfo => {
    const { account } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!account) throw new Fault('AUTH.REQUIRED');
    return account;
  },
);

/** @throws Fault AUTH.SCOPE_MISSING {scope} when the token that was sent was not made for this. */
export function demandScope({ scopes }: Rights, scope: Scope | undefined): void {
  if (scope && scopes !== null && !scopes.includes(scope)) throw new Fault('AUTH.SCOPE_MISSING', { scope });
}

/** For what belongs to no lab. @throws Fault AUTH.FORBIDDEN naming the roles that may; AUTH.SCOPE_MISSING. */
export function demand(rights: Rights, action: Action): void {
  demandScope(rights, scopeNeeded(action));
  if (!isAllowed(rights, action)) throw new Fault('AUTH.FORBIDDEN', { roles: [...rolesAllowed(action)] });
}

/**
 * For what belongs to one of `labs`.
 * @throws Fault AUTH.FORBIDDEN naming the roles that may; AUTH.OTHER_LAB when such a role is held, elsewhere;
 * AUTH.SCOPE_MISSING.
 */
export function demandIn(rights: Rights, action: Action, ...labs: readonly LabId[]): void {
  demand(rights, action);
  if (labs.some((labId) => isAllowedIn(rights, action, labId))) return;
  throw new Fault('AUTH.OTHER_LAB', { roles: rolesAllowed(action).filter(isLabRole) });
}
