import { decimalIn, type Language, ruleIn, typeset } from '@pandafab/shared';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Pair = readonly [en: string, fr: string];

const KINDS: Readonly<Record<string, Pair>> = {
  string: ['text', 'un texte'],
  number: ['a number', 'un nombre'],
  int: ['a whole number', 'un nombre entier'],
  boolean: ['true or false', 'true ou false'],
  array: ['a list', 'une liste'],
  object: ['an object', 'un objet'],
};

const FORMATS: Readonly<Record<string, Pair>> = {
  email: ['an e-mail address', 'une adresse e-mail'],
  uuid: ['a UUID', 'un UUID'],
  datetime: ['a date and time in ISO 8601', 'une date et une heure ISO 8601'],
  date: ['a date such as 2026-11-24', 'une date comme 2026-11-24'],
  url: ['an address', 'une adresse'],
};

const be = ([en, fr]: Pair): Pair => [`must be ${en}`, `doit être ${fr}`];

const COUNTED: Readonly<Record<string, Pair>> = {
  string: ['character', 'caractère'],
  array: ['item', 'élément'],
};

/** A sentence in each language that ends with a number, with that language's decimal sign. */
const withNumber = ([en, fr]: Pair, value: number | bigint): Pair => [
  `${en} ${decimalIn(Number(value), 'en')}`,
  `${fr} ${decimalIn(Number(value), 'fr')}`,
];

function size(origin: string, limit: number, [en, fr]: Pair): Pair {
  const unit = COUNTED[origin];
  if (!unit) return withNumber([`must be ${en}`, `doit être ${fr}`], limit);
  const [things, choses] = limit === 1 ? unit : [`${unit[0]}s`, `${unit[1]}s`];
  return [`must have ${en} ${limit} ${things}`, `doit avoir ${fr} ${limit} ${choses}`];
}

function kindOf(expected: string): Pair {
  const kind = KINDS[expected];
  return kind ? be(kind) : ['is of another kind than expected', 'n’est pas du genre attendu'];
}

/** What is wrong, by the kind of issue; undefined for one that only its own schema can name. */
function pairOf(issue: Issue): Pair | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kindOf(issue.expected);
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1)
        return ['must not be empty', 'ne doit pas être vide'];
      if (issue.inclusive === false) return withNumber(['must be more than', 'doit dépasser'], issue.minimum);
      return size(issue.origin, Number(issue.minimum), ['at least', 'au moins']);
    case 'too_big':
      if (issue.inclusive === false)
        return withNumber(['must be less than', 'doit rester sous'], issue.maximum);
      return size(issue.origin, Number(issue.maximum), ['at most', 'au plus']);
    case 'invalid_format': {
      const format = FORMATS[issue.format];
      return format && be(format);
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return be([`one of: ${values}`, `l’un de : ${values}`]);
    }
    case 'unrecognized_keys':
      return [
        `has fields that are not known: ${issue.keys.join(', ')}`,
        `a des champs inconnus : ${issue.keys.join(', ')}`,
      ];
    case 'invalid_union':
      return ['has none of the forms that it may have', 'n’a aucune des formes permises'];
    default:
      return undefined;
  }
}

/**
 * What is wrong with a field, as the end of a sentence that begins with its name. A schema's own sentence goes before
 * what its kind of issue is called: `fieldRule` has those.
 */
export function fieldSentence(issue: Issue, language: Language): string {
  const rule = ruleIn(issue.message, language);
  if (rule) return rule;
  const pair = pairOf(issue);
  return pair ? typeset(pair[language === 'fr' ? 1 : 0], language) : issue.message;
}
