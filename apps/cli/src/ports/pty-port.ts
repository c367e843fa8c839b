import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@pandafab/shared';
import type { Port, PortEvents, PortOptions } from './port';

const LOOK_EVERY_MS = 10;

/** A socat between a pseudo-terminal that hosts open and this process: it ends when this process does. */
function startSocat(link: string): Promise<ChildProcess> {
  const socat = spawn('socat', [`pty,raw,echo=0,link=${link}`, '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let reason = '';
    const look = setInterval(() => existsSync(link) && settle(() => resolve(socat)), LOOK_EVERY_MS);
    const settle = (end: () => void) => {
      clearInterval(look);
      end();
    };
    socat.stderr.on('data', (text: Buffer) => {
      reason += text.toString();
    });
    socat.once('error', (error: NodeJS.ErrnoException) =>
      settle(() => reject(error.code === 'ENOENT' ? missing() : error)),
    );
    socat.once('exit', () =>
      settle(() => reject(new Fault('MACHINE.PORT_REFUSED', { address: link, reason: reason.trim() }))),
    );
  });
}

const missing = (): Fault =>
  new Fault('HOST.PROGRAM_MISSING', { program: 'socat', line: 'sudo apt-get install socat' });

/**
 * Makes a serial device path that a host can open: `link`, or one in a temporary directory.
 * @throws Fault HOST.PROGRAM_MISSING without socat, MACHINE.PORT_REFUSED when the path cannot be made
 */
export async function openPtyPort(events: PortEvents, options: PortOptions): Promise<Port> {
  const directory = options.link ? null : mkdtempSync(join(tmpdir(), 'pandafab-pty-'));
  const link = options.link ?? join(directory ?? '', 'machine');
  // A link left by a killed process would look ready immediately.
  rmSync(link, { force: true });
  const socat = await startSocat(link);
  const ended = new Promise<void>((resolve) => socat.once('exit', () => resolve()));
  socat.stdout?.on('data', (bytes: Buffer) => events.received(bytes));
  socat.stdin?.on('error', () => {});
  let closing = false;
  socat.once('exit', () => closing || events.lost('socat has ended'));
  events.connected(link);
  return {
    address: link,
    send: (bytes) => void socat.stdin?.write(bytes),
    close: async () => {
      closing = true;
      if (socat.exitCode === null) socat.kill();
      await ended;
      rmSync(directory ?? link, { recursive: true, force: true });
    },
  };
}
