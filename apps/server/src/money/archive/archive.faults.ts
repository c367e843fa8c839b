import type { ServerFaults } from '../../platform/kit/faults';

export const archiveFaults = {
  'ARCHIVE.FILE_LOST': {
    status: 409,
    en: [
      'A file of the document {number} is not on the disk.',
      'Open the document: the service makes the file again if it can. Otherwise put the folder of files back from a backup.',
    ],
    fr: [
      'Un fichier du document {number} manque sur le disque.',
      'Ouvrez ce document : le service refait le fichier s’il le peut. Sinon, restaurez le dossier des fichiers.',
    ],
  },
  'ARCHIVE.YEAR_OPEN': {
    status: 409,
    en: ['The year {year} is not closed.', 'Close it first.'],
    fr: ['L’année {year} n’est pas clôturée.', 'Clôturez-la d’abord.'],
  },
} satisfies ServerFaults;
