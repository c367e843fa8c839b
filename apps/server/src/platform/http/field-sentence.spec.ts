import { fieldRule } from '@pandafab/shared';
import { z } from 'zod';
import { fieldSentence } from './field-sentence';

const wrong = (schema: z.ZodType, value: unknown, language: 'fr' | 'en') =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => fieldSentence(issue, language));

describe('the error of a field', () => {
  it.each([
    ['is missing', z.string(), undefined, 'must be text', 'doit être un texte'],
    ['is of another kind', z.number(), 'x', 'must be a number', 'doit être un nombre'],
    ['is no whole number', z.number().int(), 1.5, 'must be a whole number', 'doit être un nombre entier'],
    ['is empty', z.string().min(1), '', 'must not be empty', 'ne doit pas être vide'],
    [
      'is short',
      z.string().min(12),
      'x',
      'must have at least 12 characters',
      'doit avoir au moins 12 caractères',
    ],
    [
      'is long',
      z.array(z.string()).max(1),
      ['a', 'b'],
      'must have at most 1 item',
      'doit avoir au plus 1 élément',
    ],
    ['is small', z.number().min(1), 0, 'must be at least 1', 'doit être au moins 1'],
    ['is below a decimal', z.number().min(0.5), 0, 'must be at least 0.5', 'doit être au moins 0,5'],
    ['is not above', z.number().positive(), 0, 'must be greater than 0', 'doit être supérieur à 0'],
    ['is no address', z.email(), 'x', 'must be an e-mail address', 'doit être une adresse e-mail'],
    ['is no UUID', z.uuid(), 'x', 'must be a UUID', 'doit être un UUID'],
    ['is not offered', z.enum(['a', 'b']), 'c', 'must be one of: a, b', 'doit être l’un de\u00a0: a, b'],
    [
      'is of a kind that has no name',
      z.record(z.string(), z.string()),
      1,
      'has the wrong type',
      'n’est pas du type attendu',
    ],
    [
      'is nothing that is known',
      z.union([z.literal('a'), z.number()]),
      true,
      'has none of the allowed forms',
      'n’a aucune des formes permises',
    ],
    [
      'breaks a rule of its own',
      z.string().regex(/^\d+$/, fieldRule('siren')),
      'x',
      'must be nine digits with a correct check digit',
      'doit avoir neuf chiffres, avec une clé de contrôle juste',
    ],
  ])('that %s has a sentence in the reader’s language', (_what, schema, value, en, fr) => {
    expect([wrong(schema, value, 'en'), wrong(schema, value, 'fr')]).toEqual([[en], [fr]]);
  });

  it('has the schema’s own sentence when there is no other', () => {
    expect(
      wrong(
        z.string().refine(() => false, 'is odd'),
        'x',
        'fr',
      ),
    ).toEqual(['is odd']);
  });
});
