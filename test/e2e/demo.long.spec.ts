import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  accepts,
  HttpClient,
  pollUntil,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';
import { portsOf, processesOf, runScript } from './processes';

const A_RUN_MS = 480_000;
/** A bar has begun, and the other file's machine has begun too. */
const bothPrint = (output: string) => output.includes('█') && /^bracket.* (heating|printing)/m.test(output);

/** A third print waits for its hour meanwhile, or has begun. */
const isOfBoth = (fileName: string) => /^(cube20|bracket)\.gcode$/.test(fileName);

let scratch: TemporaryDirectory;
beforeEach(async () => {
  scratch = await temporaryDirectory();
});
afterEach(() => scratch.remove());

it(
  'ends immediately in the middle of printing, and the next start says how the print ended',
  async () => {
    const first = await runScript('demo.mjs', scratch.path, ['--speed', '120']);
    await pollUntil('both machines to print', () => bothPrint(first.output()), A_RUN_MS);
    const ports = portsOf(processesOf(scratch.path));
    expect(ports.length).toBeGreaterThan(0);
    expect(await first.interrupt()).toBe(130);
    expect(processesOf(scratch.path)).toEqual([]);
    expect(await Promise.all(ports.map(accepts))).not.toContain(true);
    expect(readdirSync(join(scratch.path, 'run'))).toEqual([]);

    const next = await runScript('demo.mjs', scratch.path, ['--speed', '600']);
    await pollUntil(
      'its end',
      () => !next.running() || /once signed in.+ines@demo/s.test(next.output()),
      A_RUN_MS,
    );
    expect(next.output()).toMatch(/^Interrupted last time: cube20\.gcode, stopped after \d+ lines/m);
    expect(next.output()).toMatch(/^Interrupted last time: bracket\.gcode, stopped after \d+ lines/m);
    expect(next.output()).not.toContain('✗');
    const [, url = '', password = ''] =
      /The wall, once signed in: (\S+).+admin@demo\.invalid +(\S+)/s.exec(next.output()) ?? [];
    const admin = new HttpClient(url);
    await admin.post('/api/v1/auth/login', { email: 'admin@demo.invalid', password });
    const stopped = await admin.get<{ items: { fileName: string }[] }>('/api/v1/jobs?state=stopped');
    expect(stopped.body.items.filter(({ fileName }) => isOfBoth(fileName))).toHaveLength(2);
    const { body } = await admin.get<{ items: { fileName: string }[] }>('/api/v1/jobs?state=done&limit=200');
    const printed = body.items.filter(({ fileName }) => isOfBoth(fileName));
    expect(printed).toHaveLength(2);
    expect(await next.interrupt()).toBe(0);
    expect(processesOf(scratch.path)).toEqual([]);
  },
  2 * A_RUN_MS,
);

it(
  'with a city, begins with two years of it, whose report can be written',
  async () => {
    const demo = await runScript('demo.mjs', scratch.path, ['--speed', '600', '--city']);
    const isReady = () => !demo.running() || /once signed in.+ada@demo/s.test(demo.output());
    await pollUntil('its end', isReady, A_RUN_MS);
    expect(demo.output()).not.toContain('✗');
    const [, url = '', password = ''] =
      /The wall, once signed in: (\S+).+admin@demo\.invalid +(\S+)/s.exec(demo.output()) ?? [];
    const admin = new HttpClient(url);
    await admin.post('/api/v1/auth/login', { email: 'admin@demo.invalid', password });
    const conventions = await admin.get<{ items: { id: string }[] }>('/api/v1/conventions');
    const conventionId = conventions.body.items[0]?.id;
    const year = new Date().getUTCFullYear() - 1;
    const wanted = { conventionId, labId: null, period: `${year}-H2` };
    const origin = { headers: { origin: url } };
    const made = await admin.post<{ id: string }>('/api/v1/reports', wanted, origin);
    expect(made.status).toBe(201);
    type Figures = { content: { overview: { indicator: string; value: number | null }[] } };
    const { content } = (await admin.get<Figures>(`/api/v1/reports/${made.body.id}`)).body;
    for (const { indicator, value } of content.overview)
      expect([indicator, value === 0]).toEqual([indicator, false]);
    expect(await demo.interrupt()).toBe(0);
    expect(processesOf(scratch.path)).toEqual([]);
  },
  2 * A_RUN_MS,
);
