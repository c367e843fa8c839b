import { randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';
import { demandUncommon } from './common-passwords';

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 iterations, 1 lane. The library's default is argon2id. */
const SETTINGS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same characters typed on another keyboard may arrive composed differently (NIST SP 800-63B §5.1.1.2). */
const bytesOf = (password: string): Uint8Array => Buffer.from(password.normalize('NFKC'), 'utf8');

const hashAnything = (password: string): Promise<string> => hash(bytesOf(password), SETTINGS);

/**
 * Checks and hashes a new password. Every new password goes through here.
 * @param about the person's own words, such as name and e-mail address
 * @throws Fault AUTH.PASSWORD_COMMON
 */
export async function hashPassword(password: string, about: readonly string[] = []): Promise<string> {
  demandUncommon(password, about);
  return hashAnything(password);
}

let unknownAccountHash: Promise<string> | undefined;

/**
 * True if `password` matches the hash. Without a hash it is false after the same time, so that the time of an answer
 * does not reveal whether an account exists.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  unknownAccountHash ??= hashAnything(randomBytes(32).toString('base64'));
  const matches = await verify(passwordHash ?? (await unknownAccountHash), bytesOf(password));
  return passwordHash !== undefined && matches;
}
