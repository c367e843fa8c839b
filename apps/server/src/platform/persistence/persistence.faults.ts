import type { ServerFaults } from '../kit/faults';

export const persistenceFaults = {
  'HOST.DATABASE_UNREACHABLE': {
    status: 503,
    en: [
      'The database does not accept connections: {reason}.',
      'Start the database, or correct DATABASE_URL, then restart the service.',
    ],
    fr: [
      'La base de données n’accepte pas de connexion : {reason}.',
      'Démarrez la base de données, ou corrigez DATABASE_URL, puis redémarrez le service.',
    ],
  },
} satisfies ServerFaults;
