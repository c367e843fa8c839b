import { putIntoWords } from './words';

describe('a stored cause', () => {
  it('of an earlier version has the present name of the machine’s state, and its word in the language', () => {
    const stored = { code: 'MACHINE.NOT_READY', details: { connection: 'halted' } };
    expect(putIntoWords(stored, 'fr')).toMatchObject({
      details: { state: 'halted' },
      what: 'La machine est arrêtée et ne peut pas faire cela maintenant.',
    });
    expect(putIntoWords(stored, 'en')?.what).toBe('The machine is halted, so it cannot do that now.');
  });
});
