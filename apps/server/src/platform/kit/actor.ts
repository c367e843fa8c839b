import type { AccountId, AgentId } from '@pandafab/shared';
import { currentRequest } from './request-context';

/** The actor of an action: a person's account, a lab's agent, the service itself, or a request without an account. */
export type Actor =
  | { readonly kind: 'account'; readonly id: AccountId }
  | { readonly kind: 'agent'; readonly id: AgentId }
  | { readonly kind: 'server'; readonly id: null }
  | { readonly kind: 'visitor'; readonly id: null };

export const accountActor = (id: AccountId): Actor => ({ kind: 'account', id });
export const agentActor = (id: AgentId): Actor => ({ kind: 'agent', id });
export const SERVER_ACTOR: Actor = { kind: 'server', id: null };
const VISITOR: Actor = { kind: 'visitor', id: null };

/** The account that sent the current request, or a visitor; the server outside requests, as in a queue step. */
export function currentActor(): Actor {
  const request = currentRequest();
  if (!request) return SERVER_ACTOR;
  return request.accountId ? accountActor(request.accountId) : VISITOR;
}
