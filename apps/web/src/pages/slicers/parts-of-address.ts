import type { Schemas } from '../../api/client';
import type { Asked } from './slicers';

export type SlicerAddress = Schemas['SlicerAddress'];

/** A token that was just made: the only time that its secret is known. */
export type MadeToken = Pick<Schemas['Token'], 'id' | 'slicerUser'> & { readonly token: string };

/** The port that a browser leaves out of an address. */
const usualPort = (protocol: string): string => (protocol === 'https:' ? '443' : '80');

/**
 * The text for one field of a slicer.
 * @returns undefined while there is no token
 */
export function valueFor(
  kind: Exclude<Asked, 'https'>,
  { address, shortAddress }: Pick<SlicerAddress, 'address' | 'shortAddress'>,
  made: MadeToken | undefined,
): string | undefined {
  const short = new URL(shortAddress);
  const values: Readonly<Record<typeof kind, string | undefined>> = {
    address,
    addressWithSlash: `${address}/`,
    shortAddress,
    port: short.port || usualPort(short.protocol),
    path: short.pathname,
    token: made?.token,
    user: made?.slicerUser ?? undefined,
  };
  return values[kind];
}

/** Whether the service is reached by HTTPS: Cura has a tick for it. */
export const isSecure = ({ shortAddress }: Pick<SlicerAddress, 'shortAddress'>): boolean =>
  shortAddress.startsWith('https:');
