import { type AccountId, newId } from '@pandafab/shared';
import { type Actor, accountActor, currentActor, SERVER_ACTOR } from './actor';
import { inRequest, type RequestContext } from './request-context';

const request = (accountId?: AccountId): RequestContext => ({
  requestId: 'r',
  address: '::1',
  userAgent: 'test',
  ...(accountId && { accountId }),
});

const actorIn = (context: RequestContext, then: () => void = () => {}): Actor | undefined => {
  let actor: Actor | undefined;
  inRequest(context, () => {
    then();
    actor = currentActor();
  });
  return actor;
};

it('is the server outside requests', () => {
  expect(currentActor()).toEqual(SERVER_ACTOR);
});

it('is a visitor in a request without an account', () => {
  expect(actorIn(request())).toEqual({ kind: 'visitor', id: null });
});

it('is the account of the request, as soon as the account is known', () => {
  const id = newId<AccountId>();
  const context = request();
  const actor = actorIn(context, () => {
    context.accountId = id;
  });
  expect(actor).toEqual(accountActor(id));
});
