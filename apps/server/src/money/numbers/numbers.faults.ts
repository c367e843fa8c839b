import type { ServerFaults } from '../../platform/kit/faults';

export const numbersFaults = {
  'NUMBERING.LAB_CODE_MISSING': {
    status: 409,
    en: [
      'The lab {lab} has no code for document numbers.',
      'Enter one in the settings of numbering, or number without labs.',
    ],
    fr: [
      'Le lab {lab} n’a pas de code pour les numéros de documents.',
      'Indiquez-en un dans les réglages de numérotation, ou numérotez sans lab.',
    ],
  },
  'NUMBERING.LAB_CODE_TAKEN': {
    status: 409,
    en: ['Two labs would have the code {code}.', 'Give each lab its own code.'],
    fr: ['Deux labs auraient le code {code}.', 'Donnez à chaque lab son propre code.'],
  },
  'NUMBERING.PREFIX_TAKEN': {
    status: 409,
    en: [
      'The prefix {prefix} belongs to another series of numbers.',
      'Choose another prefix: two series must never share one.',
    ],
    fr: [
      'Le préfixe {prefix} appartient à une autre série de numéros.',
      'Choisissez un autre préfixe : deux séries ne doivent jamais en partager un.',
    ],
  },
  'NUMBERING.TOO_LONG': {
    status: 409,
    en: [
      'The number {number} would have more than 20 characters.',
      'Choose a shorter prefix or shorter lab codes.',
    ],
    fr: [
      'Le numéro {number} aurait plus de 20 caractères.',
      'Choisissez un préfixe ou des codes de lab plus courts.',
    ],
  },
} satisfies ServerFaults;
