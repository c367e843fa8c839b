import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Clock } from '@pandafab/shared';
import { hashOf } from './sha256';

/** A connection without data for this time is closed. */
const STALL_MS = 60_000;

export type FetchResult =
  /** All bytes arrived; the hash shows whether it is the right file. */
  | { readonly kind: 'complete'; readonly sha256: string }
  | { readonly kind: 'refused'; readonly status: number }
  /** A retry may succeed; the bytes that arrived are kept. */
  | { readonly kind: 'broken'; readonly reason: string };

export interface FetchRequest {
  readonly url: string;
  /** Value of the `Authorization` header. */
  readonly authorization: string;
  /** The announced size: reading stops beyond it. */
  readonly bytes: number;
  readonly partPath: string;
  readonly signal: AbortSignal;
}

interface Received {
  readonly hash: Hash;
  readonly bytes: number;
}

/**
 * Fetches a file into `partPath` and hashes it meanwhile; continues an earlier attempt when the server supports it.
 * After `complete` the file is on the disk.
 * @throws the reason of `signal`; system errors of the disk
 */
export async function fetchFile(clock: Clock, request: FetchRequest): Promise<FetchResult> {
  const kept = await hashOf(request.partPath);
  const watched = watch(clock, request.signal);
  const response = await ask(request, kept.bytes, watched.signal);
  const result = 'kind' in response ? response : await keep(request, response, kept, watched.alive);
  watched.end();
  request.signal.throwIfAborted();
  return result;
}

/** Ends a request when the caller aborts it, or when no data arrived for a while. */
function watch(clock: Clock, outer: AbortSignal) {
  const stall = new AbortController();
  let cancel = () => {};
  const alive = () => {
    cancel();
    cancel = clock.setTimer(STALL_MS, () => stall.abort(new Error(`nothing came for ${STALL_MS / 1000} s`)));
  };
  alive();
  return { signal: AbortSignal.any([outer, stall.signal]), alive, end: () => cancel() };
}

async function ask(
  request: FetchRequest,
  from: number,
  signal: AbortSignal,
): Promise<Response | FetchResult> {
  const range = from > 0 && from < request.bytes ? { range: `bytes=${from}-` } : undefined;
  const headers = { authorization: request.authorization, ...range };
  try {
    const response = await fetch(request.url, { headers, signal });
    return response.ok ? response : verdictOn(response.status);
  } catch (error) {
    return { kind: 'broken', reason: reasonOf(error) };
  }
}

/** A temporary error of the server is retried; a refusal is not. */
const verdictOn = (status: number): FetchResult =>
  [401, 403, 404].includes(status)
    ? { kind: 'refused', status }
    : { kind: 'broken', reason: `HTTP ${status}` };

async function keep(
  request: FetchRequest,
  response: Response,
  kept: Received,
  alive: () => void,
): Promise<FetchResult> {
  const resumed = response.status === 206;
  const start = resumed ? kept : { hash: createHash('sha256'), bytes: 0 };
  const file = await open(request.partPath, resumed ? 'a' : 'w', 0o600);
  try {
    const failure = await receive(request.bytes, response, file, start, alive);
    if (failure) return { kind: 'broken', reason: failure };
    await file.datasync();
    return { kind: 'complete', sha256: start.hash.digest('hex') };
  } finally {
    await file.close();
  }
}

/** Errors of the network come back as a reason; those of the disk are thrown. */
async function receive(
  limit: number,
  response: Response,
  file: FileHandle,
  { hash, bytes }: Received,
  alive: () => void,
): Promise<string | undefined> {
  const reader = response.body?.getReader();
  for (let received = bytes; reader && received <= limit; ) {
    const next = await reader.read().catch(reasonOf);
    if (typeof next === 'string') return next;
    if (next.done) return undefined;
    alive();
    received += next.value.length;
    hash.update(next.value);
    await file.write(next.value);
  }
  await reader?.cancel();
  return undefined;
}

/** Undici says "fetch failed" and hides why in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: Error };
  return cause?.message ? cause.message : message;
}
