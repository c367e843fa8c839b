import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

  const slicers = ['prusaslicer', 'superslicer', 'orcaslicer', 'bambustudio', 'cura', 'slic3r'];
  it.each([...slicers, 'simplify3d', 'kirimoto'])('prints every fact of a file of %s', async (slicer) => {
    const { stdout } = await run(`test/fixtures/gcode/slicers/${slicer}.gcode`, '--json');
    const result = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(result).toMatchObject({
      slicer: { name: expect.any(String) },
      slicerEstimate: { filamentMm: [expect.any(Number)] },
      filamentMm: [expect.any(Number)],
      extents: { extruding: { max: { x: expect.any(Number) } }, moves: {} },
      temperatures: { maxNozzle: expect.any(Number) },
      timeline: { seconds: expect.any(Array), layers: expect.any(Array) },
      findings: expect.any(Array),
      thumbnails: expect.any(Array),
      droppedThumbnails: [],
    });
    expect(result.timeSeconds).toBeGreaterThan(0);
  });

  it('writes the pictures of the part to the given directory', async () => {
    const file = 'test/fixtures/gcode/slicers/prusaslicer.gcode';
    const { stdout } = await run(file, '--json', '--thumbnails', join(directory, 'pictures'));
    const { thumbnails } = JSON.parse(stdout);
    expect(thumbnails[0]).toMatchObject({ width: 220, format: 'png' });
    for (const { path, bytes } of thumbnails) expect(statSync(path).size).toBe(bytes);
  });

  it('prints a sheet for people', async () => {
    const { stdout } = await run(CUBE);
    expect(stdout).toMatch(/PrusaSlicer 2\.5\.0/);
    expect(stdout).toMatch(/1657\.8 mm/);
    expect(stdout).toMatch(/20\.0 × 20\.0 × 20\.0 mm/);
    expect(stdout).toMatch(/Marlin 2/);
    expect(stdout).toMatch(/215 °C/);
  });

  it.each([
    ['a file that is not there', join(directory, 'absent.gcode'), 'FILE.NOT_READABLE'],
    ['a directory', directory, 'FILE.NOT_READABLE'],
    ['an empty file', write('empty.gcode', ''), 'FILE.EMPTY'],
    ['a web page', write('page.gcode', '<!DOCTYPE html><html></html>'), 'FILE.NOT_GCODE'],
  ])('prints the cure for %s, and exits 1', async (_what, path, code) => {
    const { stdout, stderr, exitCode } = await run(path, '--json');
    expect(exitCode).toBe(EXIT.failed);
    expect(JSON.parse(stdout).error).toMatchObject({ code });
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).not.toContain('{');
  });
});

describe('pandafab analyse, with a machine', () => {
  const machine = [
    '--profile',
    'prusa-mk3',
    '--volume',
    '250x210x210',
    '--max-nozzle',
    '275',
    '--max-bed',
    '110',
  ];
  /** A print whose line 1 234 is not what it should be. */
  const withLine = (command: string) => {
    const lines = Array.from({ length: 2_000 }, (_, index) => `G1 X${index % 200} Y10 F3000`);
    lines[1_233] = command;
    return write(`${command.replace(/\W/g, '-')}.gcode`, `${lines.join('\n')}\nM104 S0\nM140 S0\n`);
  };
  const findings = (stdout: string) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '').findings;

  it('finds nothing in an ordinary print except that it leaves the bed hot', async () => {
    for (const options of [machine, []]) {
      const { stdout, exitCode } = await run(CUBE, ...options, '--json');
      expect(exitCode).toBe(EXIT.ok);
      expect(findings(stdout)).toMatchObject([{ line: 13, code: 'GUARD.BED_LEFT_HOT', severity: 'warn' }]);
    }
  });

  it('says that a machine without a chamber limit heats no chamber', async () => {
    const file = withLine('M141 S200');
    const { stdout, exitCode } = await run(file, ...machine, '--json');
    expect(exitCode).toBe(EXIT.ok);
    expect(findings(stdout)).toMatchObject([{ line: 1234, code: 'GUARD.NO_CHAMBER', severity: 'strip' }]);
    expect(findings((await run(file, '--json')).stdout)).toEqual([]);
    expect((await run(file, ...machine, '--max-chamber', '60')).exitCode).toBe(EXIT.refused);
  });

  it('refuses a file that replaces the firmware, with line, reason and cure, and exits 3', async () => {
    const { stdout, exitCode } = await run(withLine('m997'), ...machine, '--json');
    expect(exitCode).toBe(EXIT.refused);
    expect(findings(stdout)).toEqual([
      expect.objectContaining({
        line: 1234,
        code: 'GUARD.FIRMWARE',
        severity: 'refuse',
        rule: null,
        count: 1,
      }),
    ]);
    expect(findings(stdout)[0].what).toContain('1234');
    expect(findings(stdout)[0].cure).toMatch(/\S/);
  });

  it.each([
    ['too hot', 'M104 S290', 'GUARD.NOZZLE_TOO_HOT'],
    ['too hot a bed', 'M140 S115', 'GUARD.BED_TOO_HOT'],
    ['outside', 'G1 X300', 'GUARD.OUTSIDE'],
  ])('refuses what goes beyond its limits: %s', async (_what, command, code) => {
    const { stdout, exitCode } = await run(withLine(command), ...machine, '--json');
    expect(exitCode).toBe(EXIT.refused);
    expect(findings(stdout)).toEqual([expect.objectContaining({ line: 1234, code, severity: 'refuse' })]);
  });

  it('accepts a file whose findings are left out or allowed', async () => {
    const stripped = await run(withLine('M500'), ...machine, '--json');
    expect(stripped.exitCode).toBe(EXIT.ok);
    expect(findings(stripped.stdout)).toEqual([expect.objectContaining({ severity: 'strip' })]);
    const allowed = await run(withLine('M81'), ...machine, '--allow', 'm81', '--json');
    expect(allowed.exitCode).toBe(EXIT.ok);
    expect(findings(allowed.stdout)).toEqual([]);
  });

  it('only warns of dangers when no machine is named', async () => {
    const { stdout, exitCode } = await run(withLine('M997'), '--json');
    expect(exitCode).toBe(EXIT.ok);
    expect(findings(stdout)).toEqual([expect.objectContaining({ line: 1234, severity: 'warn' })]);
    expect((await run(withLine('M6789'), '--json')).exitCode).toBe(EXIT.ok);
    expect((await run(withLine('M104 S290'), '--max-nozzle', '275')).exitCode).toBe(EXIT.refused);
  });

  it('prints findings for people below the sheet', async () => {
    const { stdout } = await run(withLine('M997'), ...machine);
    expect(stdout).toMatch(/1234.*M997/);
  });

  it('refuses an unknown profile before it reads the file', async () => {
    const { stderr, exitCode } = await run('nowhere.gcode', '--profile', 'griffin');
    expect(exitCode).toBe(EXIT.failed);
    expect(stderr).toContain('griffin');
  });
});

function write(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}
