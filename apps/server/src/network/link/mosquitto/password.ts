import { pbkdf2Sync, randomBytes } from 'node:crypto';

/** The format of mosquitto_passwd (Mosquitto's src/password_mosq.c: PW_SHA512_PBKDF2, 101 rounds by default). */
const KIND = 7;
/** Rounds make guessing slow; 256 random bits cannot be guessed anyway. */
const ROUNDS = 101;
const SALT_BYTES = 12;
const HASH_BYTES = 64;

/** The part after the user's name in Mosquitto's password file: `$7$rounds$salt$hash`, in base64. */
export function mosquittoHash(secret: string): string {
  const salt = randomBytes(SALT_BYTES);
  const hash = pbkdf2Sync(secret, salt, ROUNDS, HASH_BYTES, 'sha512');
  return `$${KIND}$${ROUNDS}$${salt.toString('base64')}$${hash.toString('base64')}`;
}
