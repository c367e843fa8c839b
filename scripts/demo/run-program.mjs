import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../lib/exit.mjs';
import { root } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';

/**
 * Runs a program of the demonstration that writes the past, which no operation of the API does.
 * @param {string} name its file in this folder
 * @param {object} plan what it is given, as JSON in a file that only the owner can read
 * @param {{ directory: string, program: import('../lib/node-programs.mjs').NodeProgram }} where
 * @returns {Promise<any>} the JSON object of its last line
 * @throws {Stop} with what it printed, where it failed
 */
export async function runProgram(name, plan, { directory, program }) {
  const file = join(directory, `${name}.json`);
  writeFileSync(file, JSON.stringify(plan), { mode: 0o600 });
  const { command, args, cwd } = program([join(root, 'scripts/demo', name), file]);
  const env = { ...process.env, PANDAFAB_DATA_DIR: directory };
  const { code, output } = await run(command, args, { env, cwd, capture: true });
  rmSync(file);
  if (code !== 0) throw new Stop(output);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
}
