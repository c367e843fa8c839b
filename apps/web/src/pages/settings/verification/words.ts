import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    'Chaque facture, acompte ou avoir émis est un maillon d’une chaîne. L’empreinte d’un maillon couvre le maillon précédent : un document changé ou effacé se voit donc.',
  latest: 'Dernière vérification',
  state: {
    never: 'Aucune vérification n’a encore eu lieu.',
    running: 'La vérification est en cours…',
    whole: 'La chaîne est entière : aucun document n’a changé ni disparu.',
    failed: 'La vérification n’a pas pu se terminer.',
  },
  brokenCure: 'C’est la première anomalie. La vérification s’arrête là : d’autres peuvent suivre.',
  failedCure: 'Regardez la santé du service, puis recommencez.',
  at: 'Terminée le',
  links: 'Maillons vérifiés',
  documents: 'Documents comparés',
  files: 'Fichiers relus',
  erased: 'Clients effacés depuis',
  head: 'Dernier maillon, n° {{sequence}} : notez-le ailleurs',
  withFiles: 'Relire aussi les PDF et les XML',
  withFilesHelp: 'C’est plus long : chaque fichier stocké est relu en entier.',
  start: 'Lancer la vérification',
  again: 'Vérifier de nouveau',
  command: {
    title: 'Vérifier sans cette page',
    about:
      'La même vérification se lance sur l’ordinateur du service, par exemple sur une sauvegarde restaurée.',
    label: 'Commande',
    options:
      'Ajoutez --files pour relire les PDF et les XML, ou --help pour l’aide. Code de sortie 0 : tout est entier ; 3 : une anomalie.',
  },
};

export const en: Words<typeof fr> = {
  intro:
    'Each issued invoice, deposit and credit note is a link of a chain. The hash of a link covers the link before: a document that was changed or deleted therefore shows.',
  latest: 'Latest verification',
  state: {
    never: 'Nothing has been verified yet.',
    running: 'The verification is running…',
    whole: 'The chain is whole: no document was changed or lost.',
    failed: 'The verification could not be completed.',
  },
  brokenCure: 'This is the first problem. The verification stops there: others may follow.',
  failedCure: 'Look at the health of the service, then start again.',
  at: 'Completed on',
  links: 'Links verified',
  documents: 'Documents compared',
  files: 'Files read again',
  erased: 'Clients erased since',
  head: 'Last link, no. {{sequence}}: keep it elsewhere',
  withFiles: 'Also read the PDF and XML files again',
  withFilesHelp: 'This takes longer: each stored file is read completely.',
  start: 'Start the verification',
  again: 'Verify again',
  command: {
    title: 'Verify without this page',
    about: 'The same verification runs on the computer of the service, for example on a restored backup.',
    label: 'Command',
    options:
      'Add --files to read the PDF and XML files again, or --help for help. Exit code 0: all is whole; 3: something is wrong.',
  },
};
