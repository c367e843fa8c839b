import { randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';
import { demandUncommon } from './common-passwords';

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 iterations, 1 lane. The library's default is argon2id. */
const SETTINGS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same characters typed on another keyboard may arrive composed differently (NIST SP 800-63B §5.1.1.2). */
const bytesOf = (password: string): Uint8Array => Buffer.from(password.normalize('NFKC'), 'utf8');

const hashAnything = (password: string): Promise<string> => hash(bytesOf(password), SETTINGS);

/**
 * The one way in which a new password comes to be kept.
 * @param about the person's own words, such as name and e-mail address
 * @throws Fault AUTH.PASSWORD_COMMON
 */
export async function hashPassword(password: string, about: readonly string[] = []): Promise<string> {
  demandUncommon(password, about);
  return hashAnything(password);
}

let nobodysHash: Promise<string> | undefined;

/**
 * True when `password` is the one that was hashed. Without a hash it takes as long, and is false: how long an answer
 * takes must not tell whether an account exists.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  nobodysHash ??= hashAnything(randomBytes(32).toString('base64'));
  const matches = await verify(passwordHash ?? (await nobodysHash), bytesOf(password));
  return passwordHash !== undefined && matches;
}
