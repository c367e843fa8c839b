import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Clock } from '@pandafab/shared';
import { pollUntil, type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { FileCache } from './file-cache';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const content = Buffer.from('G28\nG1 X10 E1\n'.repeat(5000));
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const wanted = { sha256: sha256Of(content), bytes: content.length };
const whole: Answer = (_request, response) => response.end(content);
const never = new AbortController().signal;

/** Waits before a retry take no real time, but are counted; no connection is closed as stalled. */
function impatientClock(): Clock {
  let elapsed = 0;
  return {
    now: () => Date.now(),
    monotonic: () => elapsed,
    setTimer: (delayMs, callback) => {
      if (delayMs > 30_000) return () => {};
      const timer = setImmediate(() => {
        elapsed += delayMs;
        callback();
      });
      return () => clearImmediate(timer);
    },
  };
}

describe('files from the server', () => {
  let directory: TemporaryDirectory;
  let server: Server;
  let cache: FileCache;
  let answers: Answer[];
  let requests: IncomingMessage[];

  beforeEach(async () => {
    directory = await temporaryDirectory();
    answers = [];
    requests = [];
    server = createServer((request, response) => {
      requests.push(request);
      (answers.shift() ?? whole)(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cache = make(1e9);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await directory.remove();
  });

  /** Sends half, and breaks the connection once that has arrived on the disk. */
  const half: Answer = (request, response) => {
    response.writeHead(200, { 'content-length': content.length });
    response.write(content.subarray(0, 30_000));
    const part = join(directory.path, `${wanted.sha256}.part`);
    void pollUntil('half of the file', () => existsSync(part) && statSync(part).size === 30_000).then(() =>
      request.socket.destroy(),
    );
  };

  const make = (limitBytes: number) =>
    new FileCache({
      clock: impatientClock(),
      directory: directory.path,
      serverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      credentials: { username: 'agent', password: 'sécret:with colon' },
      limitBytes,
    });

  it('are fetched with the agent’s credentials, kept, and not fetched again', async () => {
    const path = await cache.hold(wanted, never);
    expect(readFileSync(path).equals(content)).toBe(true);
    await cache.hold(wanted, never);
    expect(requests.map(({ url }) => url)).toEqual([`/api/agent/files/${wanted.sha256}`]);
    const [scheme, encoded = ''] = requests[0]?.headers.authorization?.split(' ') ?? [];
    expect([scheme, Buffer.from(encoded, 'base64').toString()]).toEqual(['Basic', 'agent:sécret:with colon']);
  });

  it('are kept also when another part file is renamed while old files are removed', async () => {
    // It is listed by readdir, but gone when its size is read.
    symlinkSync(join(directory.path, 'gone'), join(directory.path, `${'a'.repeat(64)}.part`));
    const path = await cache.hold(wanted, never);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('continue where the connection broke, when the server supports it', async () => {
    answers = [
      half,
      (request, response) => {
        const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]);
        response.writeHead(206).end(content.subarray(from));
      },
    ];
    const path = await cache.hold(wanted, never);
    expect(requests[1]?.headers.range).toBe('bytes=30000-');
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('are fetched from the start when the server cannot continue, and after temporary errors', async () => {
    answers = [half, (_request, response) => response.writeHead(503).end(), half, whole];
    const path = await cache.hold(wanted, never);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it.each([
    ['other bytes', Buffer.from(content).fill(0x20, 7, 9)],
    ['too few bytes', content.subarray(1)],
    ['too many bytes', Buffer.concat([content, content])],
  ])('with %s are tried three times, and no part of them stays', async (_name, bytes) => {
    answers = Array<Answer>(4).fill((_request, response) => response.end(bytes));
    await expect(cache.hold(wanted, never)).rejects.toMatchObject({
      code: 'LAB.FILE_DAMAGED',
      details: { attempts: 3 },
    });
    expect(requests).toHaveLength(3);
    expect(readdirSync(directory.path)).toEqual([]);
  });

  it('that the server refuses are not requested again', async () => {
    answers = [(_request, response) => response.writeHead(404).end()];
    await expect(cache.hold(wanted, never)).rejects.toMatchObject({
      code: 'LAB.FILE_REFUSED',
      details: { status: 404 },
    });
  });

  it('are given up after half an hour without network', async () => {
    answers = Array<Answer>(200).fill((request) => request.destroy());
    await expect(cache.hold(wanted, never)).rejects.toMatchObject({ code: 'LAB.FILE_UNREACHABLE' });
  });

  it('that are damaged in the cache are fetched again', async () => {
    writeFileSync(join(directory.path, wanted.sha256), Buffer.from(content).fill(0x20, 7, 9));
    const path = await cache.hold(wanted, never);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('are not waited for once the run is cancelled', async () => {
    answers = [() => {}];
    const cancel = new AbortController();
    const held = cache.hold(wanted, cancel.signal);
    await pollUntil('the request', () => requests.length === 1);
    cancel.abort(new Error('cancelled'));
    await expect(held).rejects.toThrow('cancelled');
  });

  it('are removed when there are too many, except those that a run holds', async () => {
    cache = make(content.length * 1.5);
    const other = Buffer.from(content).reverse();
    const third = Buffer.from(content).fill(0x20);
    const path = await cache.hold(wanted, never);
    for (const bytes of [other, third]) {
      answers = [(_request, response) => response.end(bytes)];
      await cache.hold({ sha256: sha256Of(bytes), bytes: bytes.length }, never);
      cache.release(sha256Of(bytes));
    }
    expect(existsSync(path)).toBe(true);
    expect(existsSync(join(directory.path, sha256Of(other)))).toBe(false);
  });

  it('are fetched once for two runs at the same time', async () => {
    await Promise.all([cache.hold(wanted, never), cache.hold(wanted, never)]);
    expect(requests).toHaveLength(1);
  });
});
