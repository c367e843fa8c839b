import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pollUntil } from '../poll-until';
import { startChild } from './child';
import { temporaryDirectory } from './temporary-directory';

export interface PtyPair {
  /** The device path that the host opens. */
  readonly hostPath: string;
  /** The device path that the virtual machine opens. */
  readonly machinePath: string;
  readonly pid: number;
  /** Ends socat: both device paths disappear, as when a USB plug is pulled. */
  stop(): Promise<void>;
}

/**
 * Two serial device paths joined by socat: bytes written to one are read from the other.
 * @throws Error when socat is not installed.
 */
export async function startPtyPair(): Promise<PtyPair> {
  const directory = await temporaryDirectory();
  const hostPath = join(directory.path, 'host');
  const machinePath = join(directory.path, 'machine');
  const end = (path: string) => `pty,raw,echo=0,link=${path}`;
  const socat = await startChild('socat', [end(hostPath), end(machinePath)], {
    directory: directory.path,
  });
  await pollUntil('socat to link both device paths', () => {
    if (!socat.running()) throw new Error(`socat ended immediately:\n${socat.output()}`);
    return existsSync(hostPath) && existsSync(machinePath);
  });
  return {
    hostPath,
    machinePath,
    pid: socat.pid,
    stop: async () => {
      await socat.stop();
      await directory.remove();
    },
  };
}
