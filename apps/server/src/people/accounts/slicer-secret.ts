import { createHash, randomBytes } from 'node:crypto';

/** The realm of HTTP Digest (RFC 7616): slicers compute with it, and a change makes stored digests useless. */
export const SLICER_REALM = 'PandaFab';

/** A user name that names one token: Digest does not send the token, and an account may have several. */
export const newSlicerUser = (): string => `maker-${randomBytes(5).toString('hex')}`;

/**
 * RFC 7616 §3.4.2, A1: MD5 in hexadecimal of user name, realm and token. PrusaSlicer's PrusaLink type signs in by
 * Digest only, and the server needs this value to check its answer. A token has 256 random bits, so that MD5 does not
 * reveal it; the sign-in password is never used here.
 */
export const slicerDigestOf = (user: string, token: string): string =>
  createHash('md5').update(`${user}:${SLICER_REALM}:${token}`).digest('hex');
