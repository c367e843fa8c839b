import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accepts,
  type Child,
  freePort,
  mosquittoProgram,
  pollUntil,
  startChild,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';
import { connectAsync } from 'mqtt';
import { parse } from 'yaml';

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, object>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const read = (file: string) => readFileSync(file, 'utf8');
const dockerfile = read('docker/Dockerfile');
const files = ['compose.yaml', 'compose.city.yaml', 'compose.agent.yaml'];
const compose = (file: string) => parse(read(join('docker', file))) as Compose;
const services = files.flatMap((file) =>
  Object.entries(compose(file).services).map(([name, service]) => ({ file, name, service })),
);

describe('the Dockerfile', () => {
  it('copies only what is there', () => {
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list = '']) =>
      list.split(' '),
    );
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
  });

  it('has in its context everything that it copies, and everything that the build reads', () => {
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    for (const needed of ['apps', 'libs', 'scripts', 'firmware-profiles', 'package-lock.json'])
      expect(ignored).not.toContain(needed);
  });

  it('runs as an unprivileged user, with a health check for each image', () => {
    const images = dockerfile.split(/^FROM /m).slice(-2);
    for (const image of images) {
      expect(image).toMatch(/^USER node$/m);
      expect(image).toMatch(/^HEALTHCHECK /m);
    }
  });

  it('starts what the launchers start', () => {
    for (const [, program = ''] of dockerfile.matchAll(/"(dist\/apps\/[^"]+\.js)"/g))
      expect([program, existsSync(program.replace(/^dist\//, '').replace(/\.js$/, '.ts'))]).toEqual([
        program,
        true,
      ]);
    expect(read('scripts/lib/agent.mjs')).toContain('--max-semi-space-size=1');
    expect(dockerfile).toContain('"--max-semi-space-size=1", "dist/apps/agent/src/main.js"');
  });
});

describe.each(files)('%s', (file) => {
  const { services: own, volumes } = compose(file);

  it('builds an image that the Dockerfile has, from the project’s folder', () => {
    const built = Object.values(own).flatMap(({ build }) => (build ? [build] : []));
    expect(built.length).toBeGreaterThan(0);
    for (const { context, dockerfile: from, target } of built) {
      expect([context, from]).toEqual(['..', 'docker/Dockerfile']);
      expect(dockerfile).toContain(`AS ${target}\n`);
    }
  });

  it('mounts only what is there, and names its volumes', () => {
    for (const { volumes: mounts = [] } of Object.values(own))
      for (const mount of mounts) {
        const [source = ''] = mount.split(':');
        const known = source.startsWith('.') ? existsSync(join('docker', source)) : source in volumes;
        expect([mount, known]).toEqual([mount, true]);
      }
  });

  it('waits only for services that it has', () => {
    for (const { depends_on: others = {} } of Object.values(own))
      expect(Object.keys(others).filter((name) => !(name in own))).toEqual([]);
  });

  it('is started by its own commands and those of the README', () => {
    expect(read('docker/README.md')).toContain(`docker compose -f docker/${file}`);
    expect(read(join('docker', file))).toContain(`docker compose -f docker/${file}`);
  });
});

it('sets only what the programs read', () => {
  const known = `${read('apps/server/src/platform/kit/config.ts')}${read('apps/agent/src/config.ts')}`;
  const set = services
    .filter(({ service }) => service.build)
    .flatMap(({ file, service }) => Object.keys(service.environment ?? {}).map((name) => ({ file, name })));
  expect(set.length).toBeGreaterThan(10);
  expect(set.filter(({ name }) => !known.includes(name))).toEqual([]);
});

it('the systemd unit starts the agent that the launcher starts', () => {
  const unit = read('docker/systemd/pandafab-agent.service');
  expect(unit).toContain('node --max-semi-space-size=1 dist/apps/agent/src/main.js');
  expect(unit).toMatch(/^Restart=always$/m);
});

describe('Mosquitto in its container', () => {
  let directory: TemporaryDirectory;
  let broker: Child;
  let port: number;

  beforeAll(async () => {
    directory = await temporaryDirectory();
    port = await freePort();
    const [access, bin] = [join(directory.path, 'access'), join(directory.path, 'bin')];
    for (const folder of [access, bin]) mkdirSync(folder);
    // As in the image: by its name only, and not as root.
    execFileSync('ln', ['-s', mosquittoProgram(), join(bin, 'mosquitto')]);
    copyFileSync('docker/mosquitto/run.sh', join(directory.path, 'run.sh'));
    const settings = read('docker/mosquitto/mosquitto.conf')
      .replace('listener 1883', `listener ${port} 127.0.0.1`)
      .replaceAll('/access/', `${access}/`);
    const user = process.getuid?.() === 0 ? '\nuser root\n' : '';
    writeFileSync(join(directory.path, 'mosquitto.conf'), settings + user);
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    const args = [join(directory.path, 'run.sh'), access, join(directory.path, 'mosquitto.conf')];
    broker = await startChild('sh', args, { env });
    await pollUntil('Mosquitto to listen', () => accepts(port));
  });
  afterAll(async () => {
    await broker.stop();
    await directory.remove();
  });

  const mayCome = () =>
    connectAsync(`mqtt://127.0.0.1:${port}`, {
      username: 'lab',
      password: 'secret',
      reconnectPeriod: 0,
    }).then(
      async (client) => {
        await client.endAsync(true);
        return true;
      },
      () => false,
    );

  it('starts before the server has written the access files, and accepts clients once it has', async () => {
    expect(await mayCome()).toBe(false);
    const file = join(directory.path, 'access', 'passwords');
    execFileSync(
      mosquittoProgram()
        .replace(/mosquitto$/, 'mosquitto_passwd')
        .replace('/sbin/', '/bin/'),
      [...['-b', file, 'lab', 'secret']],
    );
    await pollUntil('it to be let in', mayCome);
  });
});
