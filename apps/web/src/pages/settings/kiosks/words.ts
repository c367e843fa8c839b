import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    'Une tablette laissée à l’entrée compte les passages, ouvre et ferme le lab. Son adresse secrète ne permet rien d’autre.',
  add: 'Ajouter une tablette',
  create: 'Créer son adresse',
  name: 'Nom de la tablette',
  nameHelp: 'Par exemple là où elle est posée.',
  none: 'Ce lab n’a pas de tablette.',
  noneCure: 'Ajoutez-en une, puis ouvrez son adresse sur la tablette.',
  works: 'En service',
  revoked: 'Révoquée',
  since: 'Depuis le {{day}}',
  used: 'utilisée le {{at}}',
  unused: 'pas encore utilisée',
  revoke: 'Révoquer',
  revokeText:
    '« {{name}} » ne pourra plus rien compter. Pour la remettre en service, il faudra une nouvelle adresse.',
  made: 'Ouvrez cette adresse sur la tablette, ou lisez le code avec elle. Elle n’est affichée que maintenant.',
  codeName: 'Code QR de l’adresse de la tablette',
  url: 'Adresse de la tablette',
};

export const en: Words<typeof fr> = {
  intro:
    'A tablet that is left at the door counts visits, and opens and closes the lab. Its secret address allows nothing else.',
  add: 'Add a tablet',
  create: 'Create its address',
  name: 'Name of the tablet',
  nameHelp: 'Such as the place where it lies.',
  none: 'This lab has no tablet.',
  noneCure: 'Add one, then open its address on the tablet.',
  works: 'In use',
  revoked: 'Revoked',
  since: 'Since {{day}}',
  used: 'used {{at}}',
  unused: 'not used yet',
  revoke: 'Revoke',
  revokeText: '“{{name}}” will count nothing any more. It will need a new address to be used again.',
  made: 'Open this address on the tablet, or read the code with it. It is shown only now.',
  codeName: 'QR code of the address of the tablet',
  url: 'Address of the tablet',
};
