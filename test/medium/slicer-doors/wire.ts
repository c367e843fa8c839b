import { connect } from 'node:net';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** By name in small letters; repeated headers are not expected. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** True if the server asked for the body with 100 Continue before. */
  readonly continued: boolean;
}

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  /** Exactly as they are sent; Host and Content-Length are added. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Host header; the server's own if absent. */
  readonly host?: string;
  /** Sent instead of the length of the body. */
  readonly claimedLength?: number;
  /** The connection is destroyed after the body. */
  readonly abort?: boolean;
  /** Bytes of each piece that is written; everything at once if absent. */
  readonly pieceBytes?: number;
}

/** Sends one request over a socket of its own, byte for byte; undefined if no answer came. */
export function exchangeOn(url: string, request: WireRequest): Promise<WireAnswer | undefined> {
  const { hostname, port, host } = new URL(url);
  const { method, path, headers = {}, body, claimedLength = body?.length } = request;
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${request.host ?? host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(claimedLength === undefined ? [] : [`Content-Length: ${claimedLength}`]),
  ];
  return new Promise((resolve) => {
    let heard = Buffer.alloc(0);
    const socket = connect(Number(port), hostname, () => {
      socket.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
      for (const piece of piecesOf(body, request.pieceBytes)) socket.write(piece);
      if (request.abort) socket.end(() => socket.destroy());
    });
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk]);
      const answer = parse(heard);
      if (!answer) return;
      resolve(answer);
      socket.destroy();
    });
    socket.on('error', () => {});
    socket.once('close', () => resolve(parse(heard)));
  });
}

function* piecesOf(body: Buffer | undefined, bytes = Number.POSITIVE_INFINITY): Generator<Buffer> {
  for (let at = 0; body && at < body.length; at += bytes) yield body.subarray(at, at + bytes);
}

/** Undefined while the answer is not complete. */
function parse(heard: Buffer): WireAnswer | undefined {
  let rest = heard;
  let continued = false;
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const [first = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    rest = rest.subarray(end + 4);
    const status = Number(first.split(' ')[1]);
    if (status === 100) {
      continued = true;
      continue;
    }
    const headers = Object.fromEntries(
      lines.map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
      }),
    );
    if (rest.length < Number(headers['content-length'] ?? 0)) return undefined;
    return { status, headers, body: rest.toString('utf8'), continued };
  }
}
