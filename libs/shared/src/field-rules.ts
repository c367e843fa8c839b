import type { Language } from './language';
import { typesetFrench } from './typography';

/** What fields must be that are of a form of their own: in English, and in French. */
const rules = {
  instant: ['must lie between the years 1900 and 9999', 'doit se situer entre les années 1900 et 9999'],
  oneLine: [
    'must not hold line breaks, control characters or characters that change the direction of the text',
    'ne doit contenir ni saut de ligne, ni caractère de contrôle, ni caractère qui change le sens du texte',
  ],
  visible: ['must hold something that can be seen', 'doit contenir quelque chose de visible'],
  payable: [
    'must not make more than 999,999,999.99 € with the price',
    'ne doit pas dépasser 999 999 999,99 € avec le prix',
  ],
  cursor: ['must be `next` of an answer', 'doit être le `next` d’une réponse'],
  country: [
    'must be two capital letters (ISO 3166-1), such as FR',
    'doit être deux lettres majuscules (ISO 3166-1), comme FR',
  ],
  siren: [
    'must be nine digits, the last of which checks the others',
    'doit avoir neuf chiffres, dont le dernier contrôle les autres',
  ],
  siret: [
    'must be fourteen digits, the last of which checks the others',
    'doit avoir quatorze chiffres, dont le dernier contrôle les autres',
  ],
  vatNumber: [
    'must be a VAT number such as FR44732829320',
    'doit être un numéro de TVA, comme FR44732829320',
  ],
  nineDigits: ['must be nine digits', 'doit avoir neuf chiffres'],
  fourteenDigits: ['must be fourteen digits', 'doit avoir quatorze chiffres'],
  machineKind: [
    'must be small letters, digits and hyphens, such as laser-cutter',
    'doit être en minuscules, chiffres et tirets, comme laser-cutter',
  ],
  category: [
    'must be small letters and digits, such as school-group',
    'doit être en minuscules et chiffres, comme school-group',
  ],
  decimal: ['must be a decimal with at most 4 places', 'doit être un nombre à quatre décimales au plus'],
  moreThanNothing: ['must be more than 0', 'doit être plus grand que 0'],
  activities: ['must name at least one activity', 'doit nommer au moins une activité'],
  timeZone: [
    'must be an IANA time zone, such as Europe/Paris',
    'doit être un fuseau horaire IANA, comme Europe/Paris',
  ],
  machineAddress: [
    'must be a device path, tcp://host:port, mqtt://host/topic, or bridge:',
    'doit être le chemin d’un appareil, tcp://hôte:port, mqtt://hôte/sujet, ou bridge:',
  ],
  machineOptions: [
    'has an option that machines do not have; a user name and a password are given as credentials',
    'contient une option que les machines n’ont pas ; identifiant et mot de passe se donnent dans credentials',
  ],
  labRole: [
    'must be null: only trainers and managers hold their role in one lab',
    'doit être null : seuls formateurs et responsables ont leur rôle dans un seul lab',
  ],
} as const satisfies Record<string, readonly [en: string, fr: string]>;

const inFrench = new Map<string, string>(Object.values(rules).map(([en, fr]) => [en, typesetFrench(fr)]));

/** The sentence of a rule, as schemas say it; `ruleIn` puts it into the reader's language. */
export const fieldRule = (name: keyof typeof rules): string => rules[name][0];

/** A rule's sentence in the reader's language; undefined for a sentence that is of none. */
export const ruleIn = (sentence: string, language: Language): string | undefined => {
  const french = inFrench.get(sentence);
  return french === undefined || language === 'fr' ? french : sentence;
};
