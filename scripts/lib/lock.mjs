import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './exit.mjs';
import { say } from './language.mjs';
import { waitUntil } from './wait.mjs';

/**
 * Start time in the kernel's ticks (field 22 of proc_pid_stat(5)): a number that is used again is another process.
 * A zombie has ended, although its number still answers; in a container it may never be reaped.
 */
function startedAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

const identify = (pid) => ({ pid, startedAt: startedAt(pid) });

function isAlive({ pid, startedAt: then }) {
  try {
    process.kill(pid, 0);
    return startedAt(pid) === then;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const read = (file) => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * One launcher per data folder: two Redis servers on the same files would destroy them.
 * @param {string} directory
 * @param {number} guardPid the launcher's guard: after a crash the next launcher waits until it has cleaned up
 * @returns {Promise<() => void>} releases the folder
 * @throws {Stop} when another launcher holds it
 */
export async function lockDirectory(directory, guardPid) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'launcher.json');
  const holder = read(file);
  if (holder && isAlive(holder.launcher)) {
    const { pid } = holder.launcher;
    throw new Stop(
      say(
        `PandaFab already runs on ${directory} (process ${pid}).\nEnd it, or set PANDAFAB_DATA_DIR to another folder.`,
        `PandaFab tourne déjà sur ${directory} (processus ${pid}).\nArrêtez-le, ou donnez un autre dossier dans PANDAFAB_DATA_DIR.`,
      ),
    );
  }
  if (holder) await waitUntil(async () => !isAlive(holder.guard), { timeoutMs: 15_000 });
  writeFileSync(file, JSON.stringify({ launcher: identify(process.pid), guard: identify(guardPid) }));
  return () => rmSync(file, { force: true });
}
