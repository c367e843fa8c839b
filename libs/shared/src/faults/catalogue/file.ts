import { entries } from '../entry';

/** Uploaded files and their contents. */
export const fileFaults = entries({
  'FILE.EMPTY': {
    status: 422,
    en: ['The file is empty.', 'Slice the part again and send the new file.'],
    fr: ['Le fichier est vide.', 'Tranchez de nouveau la pièce et envoyez le nouveau fichier.'],
  },
  'FILE.NOT_GCODE': {
    status: 422,
    en: [
      'The file is not G-code: {reason}.',
      'Export G-code from your slicer (a file that ends in .gcode) and send that file.',
    ],
    fr: [
      'Le fichier n’est pas du G-code : {reason}.',
      'Exportez le G-code depuis votre trancheur (un fichier en .gcode) et envoyez ce fichier.',
    ],
  },
  'FILE.BINARY_GCODE': {
    status: 422,
    en: [
      'The file is binary G-code (.bgcode), which PandaFab cannot read yet.',
      'In PrusaSlicer, switch binary G-code off (printer settings, General) and export again, or turn the file into text with File > Convert; then send the .gcode.',
    ],
    fr: [
      'Le fichier est du G-code binaire (.bgcode), que PandaFab ne sait pas encore lire.',
      'Dans PrusaSlicer, désactivez le G-code binaire (réglages de l’imprimante, Général) et exportez de nouveau. Ou convertissez le fichier en texte par Fichier > Convertir ; envoyez ensuite le .gcode.',
    ],
  },
  'FILE.ARCHIVE': {
    status: 422,
    en: [
      'The file is an archive ({format}), such as a .3mf project, a .gcode.3mf plate or a .ufp; PandaFab cannot read archives yet.',
      'Export plain G-code from your slicer (a file that ends in .gcode) and send that file.',
    ],
    fr: [
      'Le fichier est une archive ({format}), comme un projet .3mf, un plateau .gcode.3mf ou un .ufp ; PandaFab ne sait pas encore lire les archives.',
      'Exportez le G-code seul depuis votre trancheur (un fichier en .gcode) et envoyez ce fichier.',
    ],
  },
  'FILE.NUL_BYTES': {
    status: 422,
    en: [
      'Line {line} contains a NUL byte, so the file is binary or damaged.',
      'Export it again as plain text G-code.',
    ],
    fr: [
      'La ligne {line} contient un octet nul : le fichier est binaire ou abîmé.',
      'Exportez-le de nouveau en G-code texte.',
    ],
  },
  'FILE.LINE_TOO_LONG': {
    status: 422,
    en: [
      'The command on line {line} is {bytes} bytes long with its line number and checksum; machines accept at most {limit}.',
      'Shorten that command, or remove it from the file.',
    ],
    fr: [
      'La commande de la ligne {line} fait {bytes} octets avec son numéro de ligne et sa somme de contrôle ; les machines en acceptent {limit} au plus.',
      'Raccourcissez cette commande, ou retirez-la du fichier.',
    ],
  },
  'FILE.NOT_READABLE': {
    status: 422,
    en: ['The file {path} cannot be read: {reason}.', 'Check that it exists and that you may read it.'],
    fr: [
      'Le fichier {path} ne peut pas être lu : {reason}.',
      'Vérifiez qu’il existe et que vous pouvez le lire.',
    ],
  },
  'FILE.NOT_WRITABLE': {
    status: 500,
    en: ['{path} cannot be written ({reason}).', 'Choose another place, or free space there.'],
    fr: [
      '{path} ne peut pas être écrit ({reason}).',
      'Choisissez un autre endroit, ou libérez-y de la place.',
    ],
  },
  'FILE.THUMBNAIL_DROPPED': {
    status: 422,
    en: [
      'A picture of {width} × {height} pixels in the file is not shown: {reason}.',
      'The print is not affected. If you want the picture, slice again with other thumbnail settings.',
    ],
    fr: [
      'Une image de {width} × {height} pixels du fichier n’est pas affichée : {reason}.',
      'Cela ne change rien à l’impression. Si vous voulez l’image, tranchez de nouveau avec d’autres réglages de miniatures.',
    ],
  },
  'FILE.NO_COMMANDS': {
    status: 422,
    en: [
      'The file contains text, but almost no G-code command.',
      'Export G-code from your slicer and send that file.',
    ],
    fr: [
      'Le fichier contient du texte, mais presque aucune commande G-code.',
      'Exportez le G-code depuis votre trancheur et envoyez ce fichier.',
    ],
  },
});
