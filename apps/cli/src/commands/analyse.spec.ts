import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { EXIT } from '../output';
import { registerAnalyse } from './analyse';

const directory = mkdtempSync(join(tmpdir(), 'pandafab-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Runs `pandafab analyse …` as the terminal would, and keeps what it wrote. */
async function run(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const capture = (stream: keyof typeof written) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += text;
      return true;
    });
  const spies = [capture('stdout'), capture('stderr')];
  process.exitCode = undefined;
  const program = new Command();
  registerAnalyse(program);
  await program.parseAsync(['analyse', ...args], { from: 'user' });
  const { exitCode } = process;
  process.exitCode = undefined;
  for (const spy of spies) spy.mockRestore();
  return { ...written, exitCode: exitCode ?? EXIT.ok };
}

const CUBE = 'test/fixtures/gcode/cube20.gcode';

describe('pandafab analyse', () => {
  it('prints one JSON object with the analysis, the file and the speed', async () => {
    const { stdout, exitCode } = await run(CUBE, '--json');
    expect(exitCode).toBe(EXIT.ok);
    const result = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(result).toMatchObject({
      file: CUBE,
      layers: 99,
      slicer: { name: 'PrusaSlicer', version: '2.5.0' },
    });
    expect(result.filamentMm[0]).toBeCloseTo(1657.78, 1);
    expect(result.mbPerSecond).toBeGreaterThan(0);
  });

  it('prints a sheet for people', async () => {
    const { stdout } = await run(CUBE);
    expect(stdout).toMatch(/PrusaSlicer 2\.5\.0/);
    expect(stdout).toMatch(/1657\.8 mm/);
    expect(stdout).toMatch(/215 °C/);
  });

  it.each([
    ['a file that is not there', join(directory, 'absent.gcode'), 'FILE.NOT_READABLE'],
    ['a directory', directory, 'FILE.NOT_READABLE'],
    ['an empty file', write('empty.gcode', ''), 'FILE.EMPTY'],
    ['a web page', write('page.gcode', '<!DOCTYPE html><html></html>'), 'FILE.NOT_GCODE'],
  ])('names the cure for %s, and exits 1', async (_what, path, code) => {
    const { stdout, stderr, exitCode } = await run(path, '--json');
    expect(exitCode).toBe(EXIT.failed);
    expect(JSON.parse(stdout).error).toMatchObject({ code });
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).not.toContain('{');
  });
});

function write(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}
