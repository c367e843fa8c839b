import { readdirSync } from 'node:fs';
import { Command } from 'commander';
import { faultsIn } from './faults-in';

const GCODE = 'test/fixtures/gcode';
const files = ['cube20.gcode', ...readdirSync(`${GCODE}/slicers`).map((name) => `slicers/${name}`)].filter(
  (name) => name.endsWith('.gcode'),
);

/** The output of `pandafab analyse` on a French terminal. */
async function analysed(file: string): Promise<string[]> {
  // Read when the command line's modules are loaded.
  process.env.LC_ALL = 'fr_FR.UTF-8';
  const { registerAnalyse } =
    require('../../apps/cli/src/commands/analyse') as typeof import('../../apps/cli/src/commands/analyse');
  let written = '';
  const keep = (text: string | Uint8Array) => {
    written += text;
    return true;
  };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation(keep),
  );
  const program = new Command();
  registerAnalyse(program);
  await program.parseAsync(['analyse', `${GCODE}/${file}`], { from: 'user' });
  process.exitCode = undefined;
  for (const spy of spies) spy.mockRestore();
  return written.split('\n');
}

describe('the command line in French', () => {
  it.each(files)('has the spaces and decimal commas of French for %s', async (file) => {
    const lines = await analysed(file);
    expect(lines.some((line) => line.startsWith('Trancheur'))).toBe(true);
    expect(lines.filter((line) => faultsIn(line).length > 0)).toEqual([]);
    expect(lines.find((line) => line.startsWith('Fichier'))).toMatch(/ \d+,\d\d\u00a0Mo$/);
    // A slicer's version and a file's name are theirs.
    const own = lines.filter((line) => !/^(Trancheur|Fichier)/.test(line));
    expect(own.filter((line) => /\d\.\d/.test(line))).toEqual([]);
  });
});
