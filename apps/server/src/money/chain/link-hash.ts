import { hash } from 'node:crypto';

/** How links are made at present. A later way has another tag, and links of this one stay valid. */
export const CHAIN_VERSION = 'pandafab-1';
export const CHAIN_VERSIONS: ReadonlySet<string> = new Set([CHAIN_VERSION]);

/** Stands before the first link. */
export const NO_HASH = '0'.repeat(64);

/** Of the texts one after the other, in UTF-8; in hexadecimal. */
export const sha256 = (...texts: readonly string[]): string => hash('sha256', texts.join(''), 'hex');

/** The parts of a link that its hash covers. The payload names kind and subject, so these are covered too. */
export interface Hashed {
  readonly version: string;
  readonly previousHash: string;
  readonly payload: string;
}

/** SHA-256, in hexadecimal, of version tag, previous hash and payload, one after the other in UTF-8. */
export const hashLink = ({ version, previousHash, payload }: Hashed): string =>
  sha256(version, previousHash, payload);
