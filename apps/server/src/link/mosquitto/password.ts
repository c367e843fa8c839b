import { pbkdf2Sync, randomBytes } from 'node:crypto';

/** As mosquitto_passwd writes it (Mosquitto's src/password_mosq.c: PW_SHA512_PBKDF2, 101 rounds unless told otherwise). */
const KIND = 7;
/** Against guessing, which 256 random bits do not allow anyway. */
const ROUNDS = 101;
const SALT_BYTES = 12;
const HASH_BYTES = 64;

/** What Mosquitto's password file holds behind the user's name: `$7$rounds$salt$hash`, in base64. */
export function mosquittoHash(secret: string): string {
  const salt = randomBytes(SALT_BYTES);
  const hash = pbkdf2Sync(secret, salt, ROUNDS, HASH_BYTES, 'sha512');
  return `$${KIND}$${ROUNDS}$${salt.toString('base64')}$${hash.toString('base64')}`;
}
