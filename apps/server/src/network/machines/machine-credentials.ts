import { isAllowedIn } from '@pandafab/domain';
import { Fault, hostOf, MASK, type MachineCredentials, takesCredentials } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Machine } from './machine.entity';

type Way = Pick<Machine, 'address' | 'credentials'>;

/** A machine's address, for the staff of its lab only. Its credentials are never shown. */
export function whereabouts(
  account: CurrentAccountInfo,
  { labId, address, credentials }: Machine,
): { readonly address: string | null; readonly credentials: typeof MASK | null } {
  if (!isAllowedIn(account, 'machine.read-record', labId)) return { address: null, credentials: null };
  return { address, credentials: credentials && MASK };
}

/** A client that sends back the mask changes nothing. */
export function withoutMask<
  Fields extends { credentials?: MachineCredentials | typeof MASK | null | undefined },
>(fields: Fields): Omit<Fields, 'credentials'> & Partial<Pick<Way, 'credentials'>> {
  const { credentials, ...others } = fields;
  return credentials === undefined || credentials === MASK ? others : { ...others, credentials };
}

/** What is recorded of a machine: whether there are credentials, never which. */
export const masked = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, name === 'credentials' && value ? MASK : value]),
  );

/** @throws Fault MACHINE.CREDENTIALS_UNUSED */
export function demandUsable({ address, credentials }: Way): void {
  if (credentials && !takesCredentials(address)) throw new Fault('MACHINE.CREDENTIALS_UNUSED');
}

/**
 * A machine's stored secret is not kept for another host, unless the caller sends it again: otherwise a person could
 * point the machine at a host of their own and receive the secret.
 * @throws Fault MACHINE.CREDENTIALS_AGAIN, MACHINE.CREDENTIALS_UNUSED
 */
export function demandTold(was: Way, changes: Partial<Way>): void {
  const now = { ...was, ...changes };
  const isKept = changes.credentials === undefined && was.credentials !== null;
  if (isKept && hostOf(now.address) !== hostOf(was.address)) throw new Fault('MACHINE.CREDENTIALS_AGAIN');
  demandUsable(now);
}
