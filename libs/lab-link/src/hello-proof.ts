import { createHash, createHmac } from 'node:crypto';

/** SHA-256 of an agent's secret in hexadecimal: the form that the server stores. */
export const hashAgentSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * The proof in a hello that its agent has the current secret: HMAC-SHA-256 (RFC 2104) of the journal's id, keyed with the
 * secret's hash.
 */
export const helloProof = (secretHash: string, instanceId: string): string =>
  createHmac('sha256', secretHash).update(instanceId).digest('hex');
