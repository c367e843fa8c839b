import type { ServerFaults } from '../../platform/kit/faults';

export const adminFaults = {
  'HOST.ARCHIVE_UNREADABLE': {
    status: 500,
    en: [
      '{folder} is no unpacked archive of a year.',
      'Unpack the ZIP file, and name the folder that has archive.json.',
    ],
    fr: [
      '{folder} n’est pas une archive annuelle décompressée.',
      'Décompressez le fichier ZIP, et donnez le dossier qui contient archive.json.',
    ],
  },
  'HOST.DATABASE_MISSING': {
    status: 500,
    en: [
      'There is no database in {directory}.',
      'Set PANDAFAB_DATA_DIR or DATABASE_URL as the service has it, and run the command again.',
    ],
    fr: [
      'Il n’y a pas de base de données dans {directory}.',
      'Donnez à PANDAFAB_DATA_DIR ou DATABASE_URL la valeur du service, puis relancez la commande.',
    ],
  },
  'HOST.DATABASE_OLDER': {
    status: 500,
    en: [
      'The database is older than this program.',
      'Start the service once: it updates the database. Then run the command again.',
    ],
    fr: [
      'La base de données est plus ancienne que ce programme.',
      'Démarrez le service une fois : il met la base à jour. Relancez ensuite la commande.',
    ],
  },
} satisfies ServerFaults;
