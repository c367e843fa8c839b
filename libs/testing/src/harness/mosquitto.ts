import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrokerOptions, BrokerUser, TemporaryBroker } from './broker';
import { startOnFreePort } from './port';
import { temporaryDirectory } from './temporary-directory';

const run = promisify(execFile);

/** Debian installs it in /usr/sbin, which is not always in the PATH. */
export const mosquittoProgram = (): string =>
  existsSync('/usr/sbin/mosquitto') ? '/usr/sbin/mosquitto' : 'mosquitto';

async function writePasswords(file: string, users: readonly BrokerUser[]): Promise<void> {
  await writeFile(file, users.map((user) => `${user.username}:${user.password}\n`).join(''));
  await run('mosquitto_passwd', ['-U', file]);
  await chmod(file, 0o644);
}

function accessSettings({ users, accessDirectory }: BrokerOptions, passwords: string): string {
  if (!accessDirectory)
    return users ? `allow_anonymous false\npassword_file ${passwords}` : 'allow_anonymous true';
  for (const name of ['passwords', 'acl']) writeFileSync(join(accessDirectory, name), '', { flag: 'a' });
  const files = `password_file ${join(accessDirectory, 'passwords')}\nacl_file ${join(accessDirectory, 'acl')}`;
  // Started by root it would switch to a user that may not read them.
  return `allow_anonymous false\n${files}${process.getuid?.() === 0 ? '\nuser root' : ''}`;
}

/**
 * A real Mosquitto for one test, with no-delay: with Nagle's algorithm QoS 1 falls to 23 round trips a second.
 * @throws Error when mosquitto is not installed.
 */
export async function startMosquitto(
  options: BrokerOptions = {},
): Promise<TemporaryBroker & { pid: number }> {
  const directory = await temporaryDirectory();
  await chmod(directory.path, 0o755);
  const passwords = join(directory.path, 'passwords');
  const access = accessSettings(options, passwords);
  if (options.users) await writePasswords(passwords, options.users);
  const file = join(directory.path, 'mosquitto.conf');
  const { tls } = options;
  const common = `${access}\nset_tcp_nodelay true\npersistence false\nlog_dest stderr\n`;
  // Not by `-p`: then Mosquitto uses no certificates, and accepts all users again after a SIGHUP.
  const certified = tls ? `certfile ${tls.certificate}\nkeyfile ${tls.key}\n` : '';
  const args = (chosen: number) => {
    writeFileSync(file, `${common}listener ${chosen} 127.0.0.1\n${certified}`);
    return ['-c', file];
  };
  const { child, port } = await startOnFreePort({
    command: mosquittoProgram(),
    args,
    port: options.port,
    directory: directory.path,
  });
  if (options.accessDirectory) await writeFile(join(options.accessDirectory, 'pid'), String(child.pid));
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
