/**
 * A browser keeps six connections to a server (HTTP/1.1): one listens for what happens, one may carry a file that is
 * being sent, and one stays free for an emergency stop, however long the others hang.
 */
const AT_ONCE = 3;
/** A request that was not answered by then is not waited for: the person is told, and its place is free again. */
const ANSWER_MS = 30_000;

const waiting: (() => void)[] = [];
let underWay = 0;

/** Does it when it is its turn. What is sent past this gate can take the place that an emergency stop needs. */
export async function inTurn<Result>(send: () => Promise<Result>): Promise<Result> {
  if (underWay >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay++;
  try {
    return await send();
  } finally {
    // The place goes to whoever waits longest.
    const next = waiting.shift();
    if (next) next();
    else underWay--;
  }
}

/** `fetch` in its turn, that does not wait for ever. */
export const fetchInTurn = (request: Request): Promise<Response> =>
  inTurn(() => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(ANSWER_MS)]) }));
