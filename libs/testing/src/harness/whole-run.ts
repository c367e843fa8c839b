import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pollUntil } from '../poll-until';

/** From jest.config.cjs: the number of the process that ends last, and when it started. Jest's workers come and go. */
const RUN = process.env.PANDAFAB_TEST_RUN ?? `${process.pid}-${Date.now()}`;

/** Waits for the end of process $1, stops the PostgreSQL of folder $2, and removes the folder. */
const GUARD = `
  trap '' HUP INT TERM
  while kill -s 0 "$1"; do sleep 1; done
  for file in "$2"/*/data/postmaster.pid; do
    [ -e "$file" ] || continue
    kill -s INT "$(head -n 1 "$file")"
    tries=0
    while [ -e "$file" ] && [ $tries -lt 20 ]; do sleep 0.1; tries=$((tries + 1)); done
  done
  rm -rf -- "$2"
`;

/** True for the one caller that has created it. */
function created(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The folder of this run of tests, which all its workers share. It is removed when the run has ended, however it ended. */
function folderOfRun(): string {
  const folder = join(tmpdir(), `pandafab-test-run-${RUN}`);
  if (created(folder)) {
    // PostgreSQL's user must get through.
    chmodSync(folder, 0o755);
    const options = { cwd: '/', detached: true, stdio: 'ignore' } as const;
    spawn('sh', ['-c', GUARD, 'guard', String(Number.parseInt(RUN, 10)), folder], options).unref();
  }
  return folder;
}

function keep(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/**
 * Does `work` once for all workers of this run of tests. It gets an empty folder, which stays as long as the run, and
 * returns a text, which every caller gets.
 * @throws Error with the message of what went wrong, for every caller
 */
export async function onceInThisRun(
  name: string,
  work: (folder: string) => Promise<string>,
): Promise<string> {
  const folder = join(folderOfRun(), name);
  const [result, failure] = [`${folder}.result`, `${folder}.failure`];
  if (created(folder)) {
    try {
      keep(result, await work(folder));
    } catch (error) {
      keep(failure, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
  await pollUntil(`${name} of another worker`, () => existsSync(result) || existsSync(failure));
  if (existsSync(failure)) throw new Error(readFileSync(failure, 'utf8'));
  return readFileSync(result, 'utf8');
}
