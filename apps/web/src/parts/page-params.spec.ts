import { withFilter, withParam } from './page-params';

const params = (query: string) => new URLSearchParams(query);

describe('a change of the address', () => {
  it('sets one parameter, keeps the others, and leaves what it was given as it is', () => {
    const before = params('a=1&b=2');
    expect(withParam(before, 'b', '3').toString()).toBe('a=1&b=3');
    expect(withParam(before, 'a', '').toString()).toBe('b=2');
    expect(before.toString()).toBe('a=1&b=2');
  });

  it('begins a list at its first row when a filter changes', () => {
    expect(withFilter(params('from=50&q=pla'), 'state', 'queued').toString()).toBe('q=pla&state=queued');
  });
});
