import { isCrossSiteChange } from './same-origin';

describe('isCrossSiteChange', () => {
  const request = (headers: Record<string, string>, method = 'POST') => ({
    method,
    host: 'fab.example:3000',
    headers,
  });

  it.each([
    ['a program, which sends neither', {}, false],
    ['the page itself', { 'sec-fetch-site': 'same-origin' }, false],
    ['a person, in the address bar', { 'sec-fetch-site': 'none' }, false],
    ['another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, true],
    ['an old browser on the page itself', { origin: 'http://fab.example:3000' }, false],
    ['an old browser on another site', { origin: 'https://evil.example' }, true],
    ['an old browser on another port', { origin: 'http://fab.example:4000' }, true],
    ['a sandboxed frame', { origin: 'null' }, true],
  ])('from %s', (_whence, headers, refused) => {
    expect(isCrossSiteChange(request(headers), undefined)).toBe(refused);
  });

  it('accepts the public address as its own, whatever host name the proxy uses', () => {
    const headers = { origin: 'https://panda.dijon.example' };
    expect(isCrossSiteChange(request(headers), 'https://panda.dijon.example/')).toBe(false);
  });

  it('allows every site to read', () => {
    expect(isCrossSiteChange(request({ 'sec-fetch-site': 'cross-site' }, 'GET'), undefined)).toBe(false);
  });
});
