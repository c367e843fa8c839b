import { decimalIn, inLanguage, type Language, ruleIn, type Wording } from '@pandafab/shared';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, Wording>> = {
  string: { en: 'text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  int: { en: 'a whole number', fr: 'un nombre entier' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  array: { en: 'a list', fr: 'une liste' },
  object: { en: 'an object', fr: 'un objet' },
};

const FORMATS: Readonly<Record<string, Wording>> = {
  email: { en: 'an e-mail address', fr: 'une adresse e-mail' },
  uuid: { en: 'a UUID', fr: 'un UUID' },
  datetime: { en: 'a date and time in ISO 8601', fr: 'une date et une heure ISO 8601' },
  date: { en: 'a date such as 2026-11-24', fr: 'une date comme 2026-11-24' },
  url: { en: 'an address', fr: 'une adresse' },
};

const be = ({ en, fr }: Wording): Wording => ({ en: `must be ${en}`, fr: `doit être ${fr}` });

const COUNTED: Readonly<Record<string, Wording>> = {
  string: { en: 'character', fr: 'caractère' },
  array: { en: 'item', fr: 'élément' },
};

/** A sentence in each language that ends with a number, with that language's decimal sign. */
const withNumber = ({ en, fr }: Wording, value: number | bigint): Wording => ({
  en: `${en} ${decimalIn(Number(value), 'en')}`,
  fr: `${fr} ${decimalIn(Number(value), 'fr')}`,
});

function size(origin: string, limit: number, bound: Wording): Wording {
  const unit = COUNTED[origin];
  if (!unit) return withNumber(be(bound), limit);
  const { en, fr } = limit === 1 ? unit : { en: `${unit.en}s`, fr: `${unit.fr}s` };
  return { en: `must have ${bound.en} ${limit} ${en}`, fr: `doit avoir ${bound.fr} ${limit} ${fr}` };
}

function kindOf(expected: string): Wording {
  const kind = KINDS[expected];
  return kind ? be(kind) : { en: 'has the wrong type', fr: 'n’est pas du type attendu' };
}

/** The error, by the kind of issue; undefined when only the schema itself can name it. */
function wordingOf(issue: Issue): Wording | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kindOf(issue.expected);
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1)
        return { en: 'must not be empty', fr: 'ne doit pas être vide' };
      if (issue.inclusive === false)
        return withNumber({ en: 'must be greater than', fr: 'doit être supérieur à' }, issue.minimum);
      return size(issue.origin, Number(issue.minimum), { en: 'at least', fr: 'au moins' });
    case 'too_big':
      if (issue.inclusive === false)
        return withNumber({ en: 'must be less than', fr: 'doit être inférieur à' }, issue.maximum);
      return size(issue.origin, Number(issue.maximum), { en: 'at most', fr: 'au plus' });
    case 'invalid_format': {
      const format = FORMATS[issue.format];
      return format && be(format);
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return be({ en: `one of: ${values}`, fr: `l’un de : ${values}` });
    }
    case 'unrecognized_keys':
      return {
        en: `has unknown fields: ${issue.keys.join(', ')}`,
        fr: `a des champs inconnus : ${issue.keys.join(', ')}`,
      };
    case 'invalid_union':
      return { en: 'has none of the allowed forms', fr: 'n’a aucune des formes permises' };
    default:
      return undefined;
  }
}

/**
 * The error of a field, as the end of a sentence that begins with its name. A schema's own sentence (see `fieldRule`) takes
 * precedence over the one of the issue's kind.
 */
export function fieldSentence(issue: Issue, language: Language): string {
  const rule = ruleIn(issue.message, language);
  if (rule) return rule;
  const wording = wordingOf(issue);
  return wording ? inLanguage(wording, language) : issue.message;
}
