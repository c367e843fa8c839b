import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startRedis, temporaryDirectory } from '@pandafab/testing';
import { checkPorts } from './ports';
import { checkProfiles } from './profiles';
import { lackedSerialGroup } from './serial';
import { checkServices } from './services';
import { checkSetup, type SetupPlan, setupFindings } from './setup-plan';
import { checkStorage, spaceFinding } from './storage';

const install = [{ system: 'Debian, Ubuntu', line: 'sudo apt-get install redis-server' }];
const plan: SetupPlan = {
  node: { version: '20.20.2', recentEnough: true },
  dependenciesStale: false,
  buildStale: false,
  programs: [{ name: 'redis', commands: ['redis-server', 'valkey-server'], path: null, install }],
};
const statuses = (findings: readonly { name: string; status: string }[]) =>
  Object.fromEntries(findings.map(({ name, status }) => [name, status]));

describe('what set-up would do', () => {
  it('reports a missing Redis, with the command that installs it', () => {
    const redis = setupFindings(plan).find(({ name }) => name === 'redis');
    expect(redis?.status).toBe('missing');
    expect(redis?.cure).toContain('sudo apt-get install redis-server');
    expect(redis?.cure).toContain('REDIS_URL');
  });

  it('only warns of programs that only the demonstration needs, and of a stale build', () => {
    const [redis] = plan.programs;
    if (!redis) throw new Error('the plan lost its program');
    const findings = setupFindings({ ...plan, buildStale: true, programs: [{ ...redis, name: 'socat' }] });
    expect(statuses(findings)).toEqual({
      node: 'ok',
      socat: 'warning',
      dependencies: 'ok',
      build: 'warning',
    });
  });

  it('refuses an old Node', () => {
    const findings = setupFindings({ ...plan, node: { version: '18.20.4', recentEnough: false } });
    expect(findings[0]).toMatchObject({ name: 'node', status: 'missing', found: 'Node 18.20.4' });
  });

  it('is asked of set-up itself, which looks for Redis only where REDIS_URL is not set', async () => {
    const names = async (env: NodeJS.ProcessEnv) =>
      (await checkSetup({ ...process.env, ...env })).map(({ name }) => name);
    expect(await names({ REDIS_URL: '' })).toEqual(['node', 'redis', 'socat', 'dependencies', 'build']);
    expect(await names({ REDIS_URL: 'redis://redis.example' })).not.toContain('redis');
  });
});

describe('services named in the environment', () => {
  it('are not checked when none is named', async () => {
    expect(await checkServices({})).toEqual([]);
  });

  it('are found when they answer', async () => {
    const redis = await startRedis();
    const findings = await checkServices({ REDIS_URL: redis.url });
    await redis.stop();
    expect(statuses(findings)).toEqual({ REDIS_URL: 'ok' });
  });

  it('are named when they do not answer, without their password', async () => {
    const findings = await checkServices({
      REDIS_URL: 'redis://:hush@127.0.0.1:1',
      MQTT_URL: 'mqtt://lab:hush@127.0.0.1:1',
      DATABASE_URL: 'postgres://pandafab:hush@127.0.0.1:1/pandafab',
    });
    expect(statuses(findings)).toEqual({
      REDIS_URL: 'missing',
      MQTT_URL: 'missing',
      DATABASE_URL: 'missing',
    });
    expect(findings.map(({ found }) => found.includes('ECONNREFUSED'))).toEqual([true, true, true]);
    expect(JSON.stringify(findings)).not.toContain('hush');
  });
});

describe('the data folder', () => {
  it('may be created later when its parent is writable', async () => {
    const directory = await temporaryDirectory();
    const findings = await checkStorage({ PANDAFAB_DATA_DIR: join(directory.path, 'new', 'data') });
    await directory.remove();
    expect(findings[0]).toMatchObject({ name: 'data directory', status: 'ok' });
  });

  it('needs room for uploads', () => {
    expect([10e9, 3e9, 0.2e9].map((bytes) => spaceFinding(bytes).status)).toEqual([
      'ok',
      'warning',
      'missing',
    ]);
  });
});

describe('ports', () => {
  it('used by another program are named with the variable that changes them', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const [http, mqtt] = await checkPorts({ PORT: '0', PANDAFAB_MQTT_PORT: String(port) });
    other.close();
    expect(http?.status).toBe('ok');
    expect(mqtt).toMatchObject({ status: 'missing', cure: expect.stringContaining('PANDAFAB_MQTT_PORT') });
  });
});

describe('serial access', () => {
  const groups = 'root:x:0:\nuucp:x:10:\ndialout:x:20:alice\n';

  it('lacks the group that owns the ports', () => {
    expect(lackedSerialGroup(groups, [1000, 27])).toBe('dialout');
    expect(lackedSerialGroup('uucp:x:986:\n', [1000])).toBe('uucp');
  });

  it('lacks nothing for a member of it', () => {
    expect(lackedSerialGroup(groups, [1000, 20])).toBeUndefined();
  });
});

describe('firmware profiles', () => {
  it('of the repository load', () => {
    expect(checkProfiles(process.env)[0]).toMatchObject({ status: 'ok' });
  });

  it('that cannot be read are named with their file', async () => {
    const directory = await temporaryDirectory();
    writeFileSync(join(directory.path, 'broken.json'), '{');
    const [finding] = checkProfiles(process.env, directory.path);
    await directory.remove();
    expect(finding).toMatchObject({ status: 'missing', found: expect.stringContaining('broken.json') });
  });
});
