import fc from 'fast-check';
import { safeNext } from './web-paths';

describe('the page after signing in', () => {
  it.each(['/jobs/01', '/members?search=zo%C3%A9', '/'])('is %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    ...['//evil.example', '/\\evil.example', 'https://evil.example', 'jobs', '', undefined, ['/jobs']],
    ...['/x/..//evil.example', '/..//evil.example', '/.//evil.example', '/jobs/..//evil.example'],
    ...['/x/..\\/evil.example', '/x/..\\\\evil.example', '/x/%2e%2e//evil.example', '/%2e//evil.example'],
    ...['/\t/evil.example', '/\n/evil.example', '\t//evil.example', ' //evil.example', '/\r\n/evil.example'],
    ...['/\u0000/evil.example', '///evil.example', '////evil.example', '/jobs/../../..//evil.example'],
    ...['javascript:alert(1)', '/jobs//evil.example', '/jobs/1//evil.example', '/sign-out', '/setup?code=x'],
    ...['http:evil.example', 'http:/evil.example', '\\\\evil.example', '/api/v1/me/export', '/nowhere'],
  ])('is never another site, nor what is no page: %j', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  /** The address that a browser opens for `Location`, on one of our pages. */
  const arrival = (next: string) => new URL(safeNext(next), 'https://fab.example.org/?next=x');

  it('stays on this site for any mix of slashes, dots and names', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      '%2e',
      'evil.example',
      'jobs',
      '\t',
      '@',
      ':',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expect(arrival(parts.join('')).origin).toBe('https://fab.example.org');
        expect(safeNext(parts.join(''))).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});
