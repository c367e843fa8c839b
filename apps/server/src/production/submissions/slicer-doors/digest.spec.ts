import { createHash } from 'node:crypto';
import { slicerDigestOf } from '../../../people/accounts/slicer-secret';
import { challenge, isSignedWith, isStale, readDigest } from './digest';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

function signed(changes: { uri?: string; token?: string } = {}) {
  const { uri = '/s/lab/api/version', token = 'secret' } = changes;
  const response = md5(`${md5(`maker-1:PandaFab:${token}`)}:abc:00000001:xyz:auth:${md5(`GET:${uri}`)}`);
  const text = `Digest username="maker-1", realm="PandaFab", nonce="abc", uri="${uri}", qop=auth, nc=00000001, cnonce="xyz", response="${response}"`;
  return readDigest(text) ?? new Map<string, string>();
}
const request = { method: 'GET', url: '/s/lab/api/version' };
const digest = slicerDigestOf('maker-1', 'secret');

describe('the signature of a slicer', () => {
  it('is right with the token only, and for this request only', () => {
    expect(isSignedWith(digest, signed(), request)).toBe(true);
    expect(isSignedWith(digest, signed({ token: 'other' }), request)).toBe(false);
    expect(isSignedWith(digest, signed({ uri: '/s/lab/api/job' }), request)).toBe(false);
    expect(isSignedWith(digest, signed(), { ...request, method: 'PUT' })).toBe(false);
    expect(isSignedWith(digest, new Map(), request)).toBe(false);
  });

  it('is right behind a proxy that removes the beginning of the path', () => {
    expect(isSignedWith(digest, signed({ uri: '/fab/s/lab/api/version' }), request)).toBe(true);
  });

  it('is for a challenge of the last five minutes', () => {
    const now = Date.UTC(2026, 10, 29);
    const fields = (at: number) => readDigest(challenge(at)) ?? new Map();
    expect([0, 299_000, 301_000].map((age) => isStale(fields(now - age), now))).toEqual([false, false, true]);
    expect(isStale(new Map(), now)).toBe(true);
    expect(isStale(fields(now + 3_600_000), now)).toBe(true);
  });

  it('is not read from another scheme', () => {
    expect(readDigest('Basic YTpi')).toBeUndefined();
  });
});
