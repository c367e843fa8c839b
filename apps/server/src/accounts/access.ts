import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type Action, isAllowed, type Role, rolesAllowed } from '@pandafab/domain';
import { type AccountId, Fault, type MemberId } from '@pandafab/shared';

/** Who is asking: set by the guard on every request that is not public. */
export interface CurrentAccountInfo {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly roles: readonly Role[];
}

export interface AuthenticatedRequest {
  account?: CurrentAccountInfo;
}

export const ACCESS = Symbol('access');
export type Access = Action | 'public' | 'signed-in' | 'agent';

/** Where the API's description finds who may use an operation. */
export const ACCESS_EXTENSION = 'x-access';

const access = (value: Access) =>
  applyDecorators(SetMetadata(ACCESS, value), ApiExtension(ACCESS_EXTENSION, value));

/** Answers without an account: health and signing in, nothing else. */
export const Public = () => access('public');
/** Answers any account. */
export const SignedIn = () => access('signed-in');
/** Answers accounts with a role that may do `action`. A route without any of these answers nobody. */
export const Can = (action: Action) => access(action);
/** Answers a lab's agent, by its own secret: its controller checks it. */
export const AgentOnly = () => access('agent');

export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentAccountInfo => {
    const { account } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!account) throw new Fault('AUTH.REQUIRED');
    return account;
  },
);

/** @throws Fault AUTH.FORBIDDEN naming the roles that may. */
export function demand(account: CurrentAccountInfo, action: Action): void {
  if (!isAllowed(account.roles, action))
    throw new Fault('AUTH.FORBIDDEN', { roles: [...rolesAllowed(action)] });
}
