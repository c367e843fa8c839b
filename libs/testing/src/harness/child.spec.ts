import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from '@swc/core';
import { pollUntil, startChild, temporaryDirectory } from '../index';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A child that ignores SIGTERM, with its own child; it prints both process ids. */
const FAMILY = 'trap "" INT TERM; sleep 1000 & echo $$ $!; wait';

const PROGRAM = `
const { startChild } = require('./child.js');
void startChild('sh', ['-c', ${JSON.stringify(FAMILY)}], { directory: process.argv[2] }).then((child) => {
  setInterval(() => process.stdout.write(child.output()), 20);
});
`;

it('leaves no process and no directory when the process that started them is killed outright', async () => {
  const scratch = await temporaryDirectory();
  const directory = await temporaryDirectory();
  const source = await readFile(join(__dirname, 'child.ts'), 'utf8');
  const options = { module: { type: 'commonjs' }, jsc: { parser: { syntax: 'typescript' } } } as const;
  await writeFile(join(scratch.path, 'child.js'), (await transform(source, options)).code);
  await writeFile(join(scratch.path, 'program.js'), PROGRAM);
  const program = spawn(process.execPath, [join(scratch.path, 'program.js'), directory.path]);
  let output = '';
  program.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const pids = await pollUntil('both numbers', () => /^(\d+) (\d+)\n/.exec(output)?.slice(1).map(Number));
  expect(pids.map(isAlive)).toEqual([true, true]);
  program.kill('SIGKILL');
  await pollUntil('both to be gone', () => !pids.some(isAlive));
  await pollUntil('the directory to be gone', () => !existsSync(directory.path));
  await scratch.remove();
});

it('leaves the directory to the test that stops its child', async () => {
  const directory = await temporaryDirectory();
  const child = await startChild('sleep', ['1000'], { directory: directory.path });
  await child.stop();
  expect([child.running(), isAlive(child.pid), existsSync(directory.path)]).toEqual([false, false, true]);
  await directory.remove();
});
