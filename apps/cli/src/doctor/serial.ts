import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { listSerialDevices } from '@pandafab/machine-host';
import { say } from '../output';
import { type Finding, ok, warning } from './finding';

const joinGroup = (group: string): string =>
  say(
    `sudo usermod -aG ${group} "$USER", then log out and in again`,
    `sudo usermod -aG ${group} "$USER", puis fermez et rouvrez la session`,
  );

const isOpenable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );

async function portFinding(path: string): Promise<Finding> {
  if (await isOpenable(path)) return ok('serial port', path);
  const found = say(`this account cannot open ${path}`, `ce compte ne peut pas ouvrir ${path}`);
  return warning('serial port', found, joinGroup('dialout'));
}

/**
 * @param groupFile text of /etc/group
 * @param memberOf numeric groups of this process
 * @returns the group that owns serial ports on this system (Debian, Fedora: dialout; Arch: uucp) when we lack it
 */
export function lackedSerialGroup(groupFile: string, memberOf: readonly number[]): string | undefined {
  const groups = groupFile.split('\n').map((line) => line.split(':'));
  const owner =
    groups.find(([name]) => name === 'dialout') ?? groups.find(([name]) => name === 'uucp') ?? undefined;
  return owner === undefined || memberOf.includes(Number(owner[2])) ? undefined : owner[0];
}

async function groupFinding(): Promise<Finding[]> {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return [];
  const groupFile = await readFile('/etc/group', 'utf8').catch(() => '');
  const group = lackedSerialGroup(groupFile, process.getgroups?.() ?? []);
  if (!group) return [];
  const found = say(
    `this account is not in the group ${group}`,
    `ce compte n’est pas dans le groupe ${group}`,
  );
  return [warning('serial access', found, joinGroup(group))];
}

/** The serial devices that are plugged in, and whether this account may open them. */
export async function checkSerial(): Promise<Finding[]> {
  const ports = (await listSerialDevices()).map(({ path }) => path);
  const none = [ok('serial port', say('no device is plugged in', 'aucun appareil branché'))];
  return [
    ...(ports.length > 0 ? await Promise.all(ports.map(portFinding)) : none),
    ...(await groupFinding()),
  ];
}
