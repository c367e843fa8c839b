import { fieldsOfWishes, instantOf, NO_WISHES, typedOf } from './wishes';

describe('wishes in fields', () => {
  it('are an hour on the clock of this computer', () => {
    const iso = '2031-05-04T12:30:00.000Z';
    expect(instantOf(typedOf(iso))).toBe(iso);
    expect([typedOf(null), instantOf(''), instantOf('2031-05')]).toEqual([
      '',
      null,
      '2031-05-01T00:00:00.000Z',
    ]);
    expect(instantOf('not a time')).toBeNull();
  });

  it('are sent only where something was chosen', () => {
    expect(fieldsOfWishes(NO_WISHES)).toEqual({});
    expect(fieldsOfWishes({ readyBy: '', needsMaker: true, colour: 'bleu', tags: ['grand'] })).toEqual({
      ...{ needsMaker: true, colour: 'bleu', tags: ['grand'] },
    });
  });
});
