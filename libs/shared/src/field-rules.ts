import type { Language } from './language';
import { inLanguage, type Wording } from './wording';

/** The rules of fields with a special format. */
const rules = {
  instant: {
    en: 'must be between the years 1900 and 9999',
    fr: 'doit être entre les années 1900 et 9999',
  },
  century: {
    en: 'must be between the years 2000 and 2099',
    fr: 'doit être entre les années 2000 et 2099',
  },
  oneLine: {
    en: 'must not contain line breaks, control characters or characters that change the direction of the text',
    fr: 'ne doit contenir ni saut de ligne, ni caractère de contrôle, ni caractère qui change le sens du texte',
  },
  severalLines: {
    en: 'must not contain control characters or characters that change the direction of the text',
    fr: 'ne doit contenir ni caractère de contrôle, ni caractère qui change le sens du texte',
  },
  visible: { en: 'must contain a visible character', fr: 'doit contenir un caractère visible' },
  payable: {
    en: 'must not bring the amount above 999,999,999.99 €',
    fr: 'ne doit pas porter le montant au-dessus de 999 999 999,99 €',
  },
  cursor: {
    en: 'must be the value of `next` in an answer',
    fr: 'doit être la valeur de `next` dans une réponse',
  },
  country: {
    en: 'must be two capital letters (ISO 3166-1), such as FR',
    fr: 'doit être deux lettres majuscules (ISO 3166-1), comme FR',
  },
  siren: {
    en: 'must be nine digits with a correct check digit',
    fr: 'doit avoir neuf chiffres, avec une clé de contrôle juste',
  },
  siret: {
    en: 'must be fourteen digits with a correct check digit',
    fr: 'doit avoir quatorze chiffres, avec une clé de contrôle juste',
  },
  vatNumber: {
    en: 'must be a VAT number such as FR44732829320',
    fr: 'doit être un numéro de TVA, comme FR44732829320',
  },
  iban: {
    en: 'must be an IBAN with correct check digits, such as FR76 3000 6000 0112 3456 7890 189',
    fr: 'doit être un IBAN à la clé juste, comme FR76 3000 6000 0112 3456 7890 189',
  },
  reminderField: {
    en: 'has a word in braces that is no field',
    fr: 'a un mot entre accolades qui n’est pas un champ',
  },
  reminderOrder: {
    en: 'must have the three steps, each later than the one before',
    fr: 'doit avoir les trois étapes, chacune plus tard que la précédente',
  },
  bic: { en: 'must be a BIC of 8 or 11 characters', fr: 'doit être un BIC de 8 ou 11 caractères' },
  rna: {
    en: 'must be a W and nine characters, such as W212000000',
    fr: 'doit être un W suivi de neuf caractères, comme W212000000',
  },
  siretOfSiren: { en: 'must begin with the SIREN', fr: 'doit commencer par le SIREN' },
  nineDigits: { en: 'must be nine digits', fr: 'doit avoir neuf chiffres' },
  fourteenDigits: { en: 'must be fourteen digits', fr: 'doit avoir quatorze chiffres' },
  machineKind: {
    en: 'must contain only small letters, digits and hyphens, such as laser-cutter',
    fr: 'doit contenir seulement des minuscules, des chiffres et des tirets, comme laser-cutter',
  },
  category: {
    en: 'must contain only small letters and digits, such as school-group',
    fr: 'doit contenir seulement des minuscules et des chiffres, comme school-group',
  },
  decimal: {
    en: 'must be a number with at most four decimals',
    fr: 'doit être un nombre à quatre décimales au plus',
  },
  prefix: {
    en: 'must be a capital letter and up to seven capital letters or digits, such as FA',
    fr: 'doit être une majuscule, puis au plus sept majuscules ou chiffres, comme FA',
  },
  labCode: {
    en: 'must be one to five capital letters or digits',
    fr: 'doit avoir une à cinq majuscules ou chiffres',
  },
  price: {
    en: 'must be euros with at most six decimals, such as 4.50',
    fr: 'doit être un prix en euros à six décimales au plus, comme 4.50',
  },
  percent: {
    en: 'must be above 0 and at most 100, with at most two decimals',
    fr: 'doit être supérieur à 0 et au plus 100, avec deux décimales au plus',
  },
  moreThanNothing: { en: 'must be greater than 0', fr: 'doit être supérieur à 0' },
  activities: { en: 'must name at least one activity', fr: 'doit nommer au moins une activité' },
  timeZone: {
    en: 'must be an IANA time zone, such as Europe/Paris',
    fr: 'doit être un fuseau horaire IANA, comme Europe/Paris',
  },
  machineAddress: {
    en: 'must be a device path, tcp://host:port, mqtt://host/topic, or bridge:',
    fr: 'doit être un chemin de périphérique, tcp://hôte:port, mqtt://hôte/sujet, ou bridge:',
  },
  machineOptions: {
    en: 'has an option that machines do not have; give the user name and the password in credentials',
    fr: 'contient une option que les machines n’ont pas ; indiquez l’identifiant et le mot de passe dans credentials',
  },
  time: {
    en: 'must be a time of day, such as 09:00',
    fr: 'doit être une heure, comme 09:00',
  },
  afterBegin: { en: 'must be after the beginning', fr: 'doit être après le début' },
  bookAccount: {
    en: 'must be three digits, then digits or capital letters, such as 706000',
    fr: 'doit être trois chiffres, puis des chiffres ou des majuscules, comme 706000',
  },
  journalCode: {
    en: 'must be one to six capital letters or digits, such as VT',
    fr: 'doit avoir une à six majuscules ou chiffres, comme VT',
  },
  incomeForEverything: {
    en: 'must have an account for all other goods and one for all other services',
    fr: 'doit avoir un compte pour tous les autres biens et un pour tous les autres services',
  },
  month: { en: 'must be a month, such as 2026-01', fr: 'doit être un mois, comme 2026-01' },
  period: {
    en: 'must be a half-year or a year, such as 2026-H1 or 2026, each once',
    fr: 'doit être un semestre ou une année, comme 2026-H1 ou 2026, une seule fois',
  },
  notNothing: { en: 'must not be 0', fr: 'ne doit pas être 0' },
  threeYearsAtMost: { en: 'must be at most three years later', fr: 'doit être au plus trois ans plus tard' },
  cardOrMember: {
    en: 'needs the code of a card or a member, not both',
    fr: 'demande le code d’une carte ou un membre, pas les deux',
  },
  oneOrSeries: {
    en: 'needs a beginning and an end, or the rule of a series, not both',
    fr: 'demande un début et une fin, ou la règle d’une série, pas les deux',
  },
  lastDay: { en: 'must not be before the first day', fr: 'ne doit pas être avant le premier jour' },
  yearAtMost: { en: 'must be at most a year later', fr: 'doit être au plus un an plus tard' },
  labRole: {
    en: 'must be null: only the roles trainer and manager can be given for one lab',
    fr: 'doit être null : seuls les rôles de formation et de responsable de lab peuvent être donnés pour un seul lab',
  },
} as const satisfies Record<string, Wording>;

const byEnglish = new Map<string, Wording>(Object.values(rules).map((rule) => [rule.en, rule]));

/** The sentence of a rule, as schemas say it; `ruleIn` puts it into the reader's language. */
export const fieldRule = (name: keyof typeof rules): string => rules[name].en;

/** A rule's sentence in the reader's language; undefined for a sentence that belongs to no rule. */
export const ruleIn = (sentence: string, language: Language): string | undefined => {
  const rule = byEnglish.get(sentence);
  return rule && inLanguage(rule, language);
};
