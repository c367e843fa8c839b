import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The prefix of a program's token, so that secret scanners and people recognise it. */
export const API_TOKEN_PREFIX = 'pft_';

/** 256 random bits, as text that fits in URLs, headers and cookies. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal, for storing secrets: 256 random bits need no slow hash. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * Compares in constant time; hashing makes values of different lengths comparable, so that the time reveals no
 * length.
 */
export function isSecret(offered: string, expectedHash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(offered), 'hex'), Buffer.from(expectedHash, 'hex'));
}
