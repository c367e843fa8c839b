import type { ServerFaults } from '../../platform/kit/faults';

export const liveFaults = {
  'LAB.TOO_MANY_WATCHING': {
    status: 429,
    en: [
      'This account already has {most} pages open that show a lab live.',
      'Close some of them, then reload this page.',
    ],
    fr: [
      'Ce compte a déjà {most} pages ouvertes qui montrent un lab en direct.',
      'Fermez-en quelques-unes, puis rechargez cette page.',
    ],
  },
} satisfies ServerFaults;
