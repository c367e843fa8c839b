import { createHash, createHmac } from 'node:crypto';

/** SHA-256 of an agent's secret in hexadecimal: what the server keeps of it. */
export const hashAgentSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * What a hello says to prove that its agent holds the secret now in force: HMAC-SHA-256 (RFC 2104) of the journal's
 * id, keyed with the secret's hash.
 */
export const helloProof = (secretHash: string, instanceId: string): string =>
  createHmac('sha256', secretHash).update(instanceId).digest('hex');
