import { AsyncLocalStorage } from 'node:async_hooks';
import type { AccountId } from '@pandafab/shared';

/** The origin of the current work; the account is known after the guard has run. */
export interface RequestContext {
  readonly requestId: string;
  readonly address: string;
  /** The client's User-Agent. */
  readonly userAgent: string;
  accountId?: AccountId;
  /** Secret of the device cookie, by which accounts recognise the browser. */
  device?: string | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work`, and all work that it starts, as part of this request. */
export const inRequest = (context: RequestContext, work: () => void): void => storage.run(context, work);

/** Runs `work` outside any request, even where a request led to it. */
export const outsideRequests = <T>(work: () => T): T => storage.exit(work);

/** Undefined outside requests: in a queue's step, or for a message of a lab. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();
