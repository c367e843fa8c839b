import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrokerOptions, BrokerUser, TemporaryBroker } from './broker';
import { startOnFreePort } from './port';
import { temporaryDirectory } from './temporary-directory';

const run = promisify(execFile);

/** Debian installs it in /usr/sbin, which is not on everybody's path. */
export const mosquittoProgram = (): string =>
  existsSync('/usr/sbin/mosquitto') ? '/usr/sbin/mosquitto' : 'mosquitto';

async function writePasswords(file: string, users: readonly BrokerUser[]): Promise<void> {
  await writeFile(file, users.map((user) => `${user.username}:${user.password}\n`).join(''));
  await run('mosquitto_passwd', ['-U', file]);
  await chmod(file, 0o644);
}

/**
 * A real Mosquitto of a test's own, with no-delay set: with Nagle's algorithm QoS 1 falls to 23 round trips a second.
 * @throws Error when mosquitto is not installed.
 */
export async function startMosquitto(
  options: BrokerOptions = {},
): Promise<TemporaryBroker & { pid: number }> {
  const directory = await temporaryDirectory();
  await chmod(directory.path, 0o755);
  const passwords = join(directory.path, 'passwords');
  const access = options.users ? `allow_anonymous false\npassword_file ${passwords}` : 'allow_anonymous true';
  if (options.users) await writePasswords(passwords, options.users);
  const file = join(directory.path, 'mosquitto.conf');
  const { tls } = options;
  const common = `${access}\nset_tcp_nodelay true\npersistence false\nlog_dest stderr\n`;
  // Mosquitto takes `-p` for a listener without certificates only.
  const listener = (chosen: number) =>
    tls ? `listener ${chosen} 127.0.0.1\ncertfile ${tls.certificate}\nkeyfile ${tls.key}\n` : '';
  const args = (chosen: number) => {
    writeFileSync(file, common + listener(chosen));
    return tls ? ['-c', file] : ['-c', file, '-p', String(chosen)];
  };
  const { child, port } = await startOnFreePort({
    command: mosquittoProgram(),
    args,
    port: options.port,
    directory: directory.path,
  });
  return {
    url: `${tls ? 'mqtts' : 'mqtt'}://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    stop: async () => {
      await child.stop();
      await directory.remove();
    },
  };
}
