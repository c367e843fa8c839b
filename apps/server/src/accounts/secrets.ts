import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a program's token begins with, so that secret scanners and people recognise it. */
export const API_TOKEN_PREFIX = 'pft_';

/** 256 random bits, as text that fits in URLs, headers and cookies. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal, how secrets are stored: 256 random bits need no slow hash. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares in constant time; what differs in length is hashed too, so that length tells nothing. */
export function isSecret(offered: string, expectedHash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(offered), 'hex'), Buffer.from(expectedHash, 'hex'));
}
