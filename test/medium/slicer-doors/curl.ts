import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { describeOnSharedServers } from '../fixtures/shared-servers';
import { DoorsWorld, PART } from './doors-world';

interface Curled {
  readonly status: number;
  readonly body: string;
  /** What `-v` writes: both sides' headers. */
  readonly talk: string;
}

/** The program itself, whose library the slicers have. @throws Error if it fails, or is not installed */
function curl(...args: string[]): Promise<Curled> {
  const child = spawn('curl', ['-sS', '-v', '-w', '\\n%{http_code}', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new Error(`curl cannot be started (npm run setup -- --tests installs it): ${error.message}`)),
    );
    child.once('close', (code) => {
      const [said, talk] = [out, err].map((chunks) => Buffer.concat(chunks).toString());
      const [, body = '', status = ''] = /^(.*)\n(\d+)$/s.exec(said ?? '') ?? [];
      if (code === 0) resolve({ status: Number(status), body, talk: talk ?? '' });
      else reject(new Error(`curl ended with ${code}: ${talk}`));
    });
  });
}

const CONTINUED = /^< HTTP\/1\.1 100 Continue/m;

describeOnSharedServers('curl itself', (shared) => {
  let world: DoorsWorld;
  let files: TemporaryDirectory;
  beforeAll(async () => {
    world = await DoorsWorld.open(await shared());
    files = await temporaryDirectory();
  });
  afterAll(() => files.remove());

  const at = (path: string) => `${world.server.url}${world.ofLab}/${path}`;
  const key = () => ['-H', `X-Api-Key: ${world.maker.key}`];
  const digest = () => ['--digest', '-u', `${world.maker.user}:${world.maker.key}`];
  const file = (name: string, content: string | Buffer = PART): string => {
    const path = join(files.path, name);
    writeFileSync(path, content);
    return path;
  };
  const form = (path: string) => ['-F', 'print=true', '-F', 'path=', '-F', `file=@${path}`];

  it('sends a form, with a key and without waiting for the server', async () => {
    const sent = await curl(...key(), '-H', 'Expect:', ...form(file('plain é.gcode')), at('api/files/local'));
    expect(sent.status).toBe(201);
    expect(sent.talk).not.toMatch(CONTINUED);
    expect((await world.named('plain é.gcode')).jobs).toHaveLength(1);
  });

  it('sends a form once the server says that it may', async () => {
    const path = file('continued.gcode');
    const sent = await curl(...key(), '-H', 'Expect: 100-continue', ...form(path), at('api/files/local'));
    expect(sent.status).toBe(201);
    expect(sent.talk).toMatch(CONTINUED);
    expect((await world.named('continued.gcode')).jobs).toHaveLength(1);
  });

  it('signs a form by Digest: an empty probe, then one job', async () => {
    const sent = await curl(...digest(), ...form(file('signed.gcode')), at('api/files/local'));
    expect(sent.status).toBe(201);
    expect(sent.talk).toMatch(/^> Content-Length: 0/m);
    expect(sent.talk).toMatch(/^< HTTP\/1\.1 401/m);
    expect(await world.named('signed.gcode')).toMatchObject({ jobs: [{ state: 'queued' }], uploads: 0 });
  });

  it.each(['key', 'digest'] as const)('puts a file as the body, with its %s', async (how) => {
    const [path, name] = [file('put.gcode'), `put by ${how}.gcode`];
    const who = how === 'key' ? key() : digest();
    const headers = [
      '-H',
      'Content-Type: text/x.gcode',
      '-H',
      'Overwrite: ?1',
      '-H',
      'Print-After-Upload: ?1',
    ];
    const url = at(`api/v1/files/local/${encodeURIComponent(name)}`);
    const sent = await curl(...who, ...headers, '-H', 'Expect: 100-continue', '-T', path, url);
    expect(sent).toMatchObject({ status: 201, body: '' });
    expect(sent.talk).toMatch(CONTINUED);
    expect(await world.named(name)).toMatchObject({ jobs: [{ state: 'queued' }], uploads: 0 });
  });

  it('shows the sentence of a refusal, also while it sends a large file', async () => {
    const path = file('large.gcode', Buffer.alloc(20_000_000, 'G1 X1\n'));
    const refused = await curl(
      '-H',
      'X-Api-Key: pft_wrong',
      '-H',
      'Expect:',
      ...form(path),
      at('api/files/local'),
    );
    expect(refused.status).toBe(401);
    expect(refused.body).toMatch(/revoked|révoqué/);
    expect(await world.named('large.gcode')).toEqual({ jobs: [], uploads: 0 });
  });
});
