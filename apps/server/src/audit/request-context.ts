import { AsyncLocalStorage } from 'node:async_hooks';
import type { AccountId } from '@pandafab/shared';

/** Where what is being done comes from; the account is known once the guard has looked. */
export interface RequestContext {
  readonly requestId: string;
  readonly address: string;
  /** What the program that asks calls itself. */
  readonly userAgent: string;
  accountId?: AccountId;
  /** Secret of the cookie by which accounts know the browser that asks. */
  device?: string | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work`, and whatever it begins, as part of this request. */
export const inRequest = (context: RequestContext, work: () => void): void => storage.run(context, work);

/** Undefined for what no request asked for: a queue's step, a message of a lab. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();
