import { Registry } from './registry';

describe('a registry', () => {
  const filled = () => {
    const registry = new Registry<'a' | 'b' | 'c', number>('figure of');
    registry.register('b', 2);
    registry.register('a', 1);
    return registry;
  };

  it('gives what was registered', () => {
    expect(filled().get('a')).toBe(1);
    expect(filled().all()).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('refuses a second entry of one name', () => {
    expect(() => filled().register('a', 3)).toThrow('registered twice: figure of a');
  });

  it('names the missing entries', () => {
    expect(() => filled().get('c')).toThrow('not registered: figure of c');
    expect(() => filled().assertComplete(['a', 'c'])).toThrow('not registered: figure of c');
    expect(() => filled().assertComplete(['a', 'b'])).not.toThrow();
  });
});
