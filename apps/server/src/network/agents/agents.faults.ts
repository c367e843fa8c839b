import type { ServerFaults } from '../../platform/kit/faults';

export const agentsFaults = {
  'LAB.JOURNAL_RESTORED': {
    status: 409,
    en: [
      'The journal of the lab’s agent was restored to an earlier state: it does not know everything that it has printed.',
      'Check each machine, clear its bed, then resume the lab’s queue. You decide whether to print again.',
    ],
    fr: [
      'Le journal de l’agent du lab a été restauré à un état antérieur : il ne contient plus tout ce qui a été imprimé.',
      'Vérifiez chaque machine, videz son plateau, puis relancez la file du lab. C’est à vous de décider s’il faut réimprimer.',
    ],
  },
  'LAB.SERVER_RESTORED': {
    status: 409,
    en: [
      'The server’s database was restored to an earlier state: it does not know everything that the lab has printed since.',
      'Check each machine, clear its bed, then resume the lab’s queue. You decide whether to print again.',
    ],
    fr: [
      'La base de données du serveur a été restaurée à un état antérieur : elle ne contient plus tout ce que le lab a imprimé depuis.',
      'Vérifiez chaque machine, videz son plateau, puis relancez la file du lab. C’est à vous de décider s’il faut réimprimer.',
    ],
  },
} satisfies ServerFaults;
