import { createHash, timingSafeEqual } from 'node:crypto';
import { SLICER_REALM } from '../../../people/accounts/slicer-secret';

/** Long enough for a person who looks for a file before sending it; libcurl begins again after `stale`. */
const NONCE_LIVES_MS = 5 * 60_000;
const FIELD = /(\w+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,]+))/g;

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** The fields of an `Authorization: Digest` header (RFC 7616 §3.4). */
export type DigestFields = ReadonlyMap<string, string>;

export function readDigest(authorization: string): DigestFields | undefined {
  const [, list] = /^digest\s+(.+)$/is.exec(authorization) ?? [];
  if (list === undefined) return undefined;
  const fields = [...list.matchAll(FIELD)].map(
    ([, name = '', quoted, word = '']) =>
      [name.toLowerCase(), quoted === undefined ? word : quoted.replace(/\\(.)/g, '$1')] as const,
  );
  return new Map(fields);
}

/**
 * The nonce is only the time at which it was made: the client’s signature covers it, so that a signature that was
 * overheard is useless later, and the servers need no common secret.
 */
export const challenge = (now: number, isStale = false): string =>
  `Digest realm="${SLICER_REALM}", qop="auth", algorithm=MD5, nonce="${now.toString(36)}"` +
  (isStale ? ', stale=true' : '');

export function isStale(fields: DigestFields, now: number): boolean {
  const madeAt = Number.parseInt(fields.get('nonce') ?? '', 36);
  return !(now - madeAt <= NONCE_LIVES_MS && madeAt <= now + NONCE_LIVES_MS);
}

interface Signed {
  readonly method: string;
  /** As the server got it: a proxy may have removed the beginning of the path. */
  readonly url: string;
}

/** True if the request is signed with this digest of user, realm and token (RFC 7616 §3.4.1, qop `auth`). */
export function isSignedWith(digest: string, fields: DigestFields, { method, url }: Signed): boolean {
  const [uri, response] = [fields.get('uri') ?? '', fields.get('response') ?? ''];
  if (!uri.endsWith(url) || fields.get('qop') !== 'auth') return false;
  const parts = [fields.get('nonce'), fields.get('nc'), fields.get('cnonce'), 'auth'];
  const expected = md5([digest, ...parts, md5(`${method}:${uri}`)].join(':'));
  return response.length === expected.length && timingSafeEqual(Buffer.from(response), Buffer.from(expected));
}
