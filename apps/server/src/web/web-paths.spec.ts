import { safeNext } from './web-paths';

describe('where one goes after signing in', () => {
  it.each(['/jobs/01', '/members?search=zo%C3%A9', '/'])('is %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'jobs', '', undefined, ['/jobs']])(
    'is never another site: %s',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );
});
