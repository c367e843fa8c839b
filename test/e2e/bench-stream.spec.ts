import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The benchmark with the build that the tests use. */
function bench(...args: readonly string[]): Promise<Ended> {
  const all = [join(root, 'test/bench/stream.mjs'), '--build', join(root, 'dist'), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

describe('npm run bench:stream', () => {
  it('streams a file to a board that checks every line, and ends with a table and one JSON object', async () => {
    const { code, stdout, stderr } = await bench('--quick', '--only', 'latency');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('latency: four') });
    const result = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(result.rows).toEqual([
      expect.objectContaining({ scenario: 'latency', host: 'pandafab', window: 1 }),
      expect.objectContaining({ scenario: 'latency', host: 'pandafab', window: 4 }),
    ]);
    expect(result.rows[0].linesPerSecond).toBeGreaterThan(0);
    expect(result.figures).toEqual([expect.objectContaining({ least: 3.5, value: expect.any(Number) })]);
    expect(stdout).toContain('µs CPU a line');
  });

  it('says which scenarios there are when asked for another', async () => {
    const { code, stderr } = await bench('--only', 'warp');
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/warp.*one, four, eight/) });
  });
});
