/**
 * A browser opens at most six connections to a server (HTTP/1.1): one carries the live stream, one may carry a file
 * upload, and one stays free for an emergency stop, even when all others hang.
 */
const AT_ONCE = 3;
/** Time-out of a request: the person is told, and the place is free again. */
const ANSWER_MS = 30_000;

const waiting: (() => void)[] = [];
let underWay = 0;

/** Runs the request when it is its turn. A request that bypasses this gate can take the place of an emergency stop. */
export async function inTurn<Result>(send: () => Promise<Result>): Promise<Result> {
  if (underWay >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay++;
  try {
    return await send();
  } finally {
    // The place goes to the request that has waited longest.
    const next = waiting.shift();
    if (next) next();
    else underWay--;
  }
}

/** `fetch` behind the gate, with a time-out. */
export const fetchInTurn = (request: Request): Promise<Response> =>
  inTurn(() => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(ANSWER_MS)]) }));
