import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionLimits } from './limit-settings';

type BodyLimits = Pick<ConnectionLimits, 'bodyMs' | 'upload'>;

/** JSON and forms are short; every other body is a file or a transcript, or claims to be one. */
const SHORT = /^application\/(json|x-www-form-urlencoded)\b/i;

const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The same answer as Node's for requests that take too long. */
function cut(socket: Socket): void {
  if (socket.destroyed) return;
  socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => socket.destroy());
}

/**
 * Disconnects clients that send their body too slowly. A short body has a total time limit; a file may take hours, as
 * long as it arrives at the minimum rate. The limit holds even for a file that no handler reads: a client may send a
 * file where none is expected.
 */
export function limitBody(request: IncomingMessage, { bodyMs, upload }: BodyLimits): void {
  if (!hasBody(request.headers)) return;
  const timer = SHORT.test(request.headers['content-type'] ?? '')
    ? setTimeout(() => cut(request.socket), bodyMs)
    : watchPace(request.socket, upload);
  timer.unref();
  request.once('close', () => clearInterval(timer));
}

function watchPace(socket: Socket, { windowMs, leastBytes }: BodyLimits['upload']): NodeJS.Timeout {
  let had = socket.bytesRead;
  return setInterval(() => {
    if (socket.bytesRead - had < leastBytes) cut(socket);
    had = socket.bytesRead;
  }, windowMs);
}
