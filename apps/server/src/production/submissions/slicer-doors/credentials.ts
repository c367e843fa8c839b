import type { FastifyRequest } from 'fastify';
import { type DigestFields, readDigest } from './digest';

/** How a slicer says for whom it sends. */
export type Credentials =
  | { readonly kind: 'key'; readonly token: string }
  | { readonly kind: 'password'; readonly token: string }
  | { readonly kind: 'digest'; readonly fields: DigestFields };

/** The password of `Authorization: Basic`; the user name is not looked at. Cura writes the scheme in lower case. */
function basicPassword(authorization: string): string | undefined {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return undefined;
  const plain = Buffer.from(encoded, 'base64').toString('utf8');
  return plain.slice(plain.indexOf(':') + 1);
}

/**
 * The credentials of a request: `X-Api-Key`, `?apikey=`, Bearer, the password of Basic, or Digest, in this order;
 * undefined if there are none. OrcaSlicer does not trim the key that a person pasted.
 */
export function credentialsOf({
  headers,
  query,
}: Pick<FastifyRequest, 'headers' | 'query'>): Credentials | undefined {
  const key = [headers['x-api-key'], (query as { apikey?: unknown }).apikey].flat();
  const [token] = key.flatMap((each) => (typeof each === 'string' && each.trim() ? [each.trim()] : []));
  if (token !== undefined) return { kind: 'key', token };
  const { authorization } = headers;
  if (!authorization) return undefined;
  const fields = readDigest(authorization);
  if (fields) return { kind: 'digest', fields };
  const [, bearer] = /^bearer\s+(\S+)$/i.exec(authorization) ?? [];
  if (bearer !== undefined) return { kind: 'key', token: bearer };
  return { kind: 'password', token: basicPassword(authorization) ?? '' };
}
