import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  describeOnBothDatabases,
  type HttpClient,
  pollUntil,
  startTestServer,
  type TestServer,
} from '@pandafab/testing';
import { limitSettings } from '../../../apps/server/src/platform/limits/limit-settings';
import { smallPart } from '../fixtures/chain-world';
import { multipart, readAnswer, requestHead } from '../fixtures/raw-upload';

/** Long enough that a busy computer sends the next part of an upload in time. */
const SILENT_MS = 2400;
const HEADERS_MS = 1500;
const connections = {
  headersMs: HEADERS_MS,
  silentMs: SILENT_MS,
  requestMs: 60_000,
  bodyMs: 2000,
  upload: { windowMs: SILENT_MS, leastBytes: 50 },
  checkedEveryMs: 100,
};

describeOnBothDatabases('a client that is slow', (open) => {
  let server: TestServer;
  let client: HttpClient;
  let labId: string;

  beforeAll(async () => {
    const limits = { ...limitSettings, connections };
    server = await startTestServer({ database: await open(), limits });
    client = (await server.accountWith('administrator')).client;
    labId = (await client.post<{ id: string }>('/api/v1/labs', { name: 'Lab' })).body.id;
  });
  afterAll(() => server.stop());

  async function dial(): Promise<{ socket: Socket; heard: () => string; closed: () => boolean }> {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let [heard, closed] = ['', false];
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
    });
    socket.on('error', () => {});
    socket.once('close', () => {
      closed = true;
    });
    await once(socket, 'connect');
    return { socket, heard: () => heard, closed: () => closed };
  }
  const upload = () =>
    multipart([
      { disposition: 'name="labId"', content: labId },
      { disposition: 'name="file"; filename="part.gcode"', content: smallPart() },
    ]);

  it('with its headers is cut off, even if it never falls silent', async () => {
    const line = await dial();
    line.socket.write('GET /api/health/live HTTP/1.1\r\nhost: x\r\n');
    await pollUntil('the line to be cut', () => line.closed() || void line.socket.write('x-more: y\r\n'));
    expect(line.heard()).toContain('408');
  });

  it('with an upload that stops is cut off, and nothing is kept of it', async () => {
    const body = upload();
    const line = await dial();
    line.socket.write(requestHead(client, body.length));
    line.socket.write(body.subarray(0, body.length / 2));
    await pollUntil('the line to be cut', () => line.closed());
    const jobs = await client.get<{ total: number }>('/api/v1/jobs');
    expect(jobs.body.total).toBe(0);
  });

  it('with an upload that continues is waited for, longer than any pause may be', async () => {
    const body = upload();
    const line = await dial();
    line.socket.write(requestHead(client, body.length));
    const steps = 6;
    for (let at = 0; at < steps; at += 1) {
      await sleep(SILENT_MS / 4);
      line.socket.write(body.subarray((body.length * at) / steps, (body.length * (at + 1)) / steps));
    }
    await pollUntil('the answer', () => line.closed());
    expect(readAnswer(line.heard()).status).toBe(201);
  });

  it.each([
    ['JSON', 'application/json', '/api/v1/auth/login'],
    ['a form', 'application/x-www-form-urlencoded', '/'],
    ['a file', 'multipart/form-data; boundary=x', '/api/v1/jobs'],
    ['a file where none is wanted', 'multipart/form-data; boundary=x', '/api/v1/auth/login'],
    ['an unknown type', 'image/png', '/api/v1/labs'],
  ])('and lets the body of %s drip is cut off, although it never falls silent', async (_, type, path) => {
    const line = await dial();
    const head = [`POST ${path} HTTP/1.1`, 'host: x', `authorization: Bearer ${client.token}`];
    line.socket.write([...head, `content-type: ${type}`, 'content-length: 100000', '', ''].join('\r\n'));
    await pollUntil('the line to be cut', () => line.closed() || void line.socket.write(' '));
  });

  it('or sends too much of what should be short is refused, not held in memory', async () => {
    const statuses = await Promise.all([
      client.post('/api/v1/labs', { name: 'x'.repeat(1024 * 1024) }),
      client.get(`/api/v1/members/${'a'.repeat(300)}`),
      client.get('/api/v1/labs', { headers: { 'x-long': 'a'.repeat(20_000) } }),
    ]);
    for (const { status } of statuses) expect([400, 404, 413, 414, 431]).toContain(status);
  });
});
