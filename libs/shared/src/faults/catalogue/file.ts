import { entries } from '../entry';

/** Uploaded files and what is read in them. */
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
      'Export G-code from your slicer (a file that ends in .gcode) and send that.',
    ],
    fr: [
      'Le fichier n’est pas du G-code : {reason}.',
      'Exportez le G-code depuis votre trancheur (un fichier en .gcode) et envoyez celui-ci.',
    ],
  },
  'FILE.BINARY_GCODE': {
    status: 422,
    en: [
      'The file is binary G-code (.bgcode), which cannot be read here yet.',
      'In PrusaSlicer, switch binary G-code off (printer settings, General) and export again, or turn the file into text with File > Convert; then send the .gcode.',
    ],
    fr: [
      'Le fichier est du G-code binaire (.bgcode), que l’on ne sait pas encore lire ici.',
      'Dans PrusaSlicer, désactivez le G-code binaire (réglages de l’imprimante, Général) et exportez de nouveau, ou convertissez le fichier en texte par Fichier > Convertir ; envoyez ensuite le .gcode.',
    ],
  },
  'FILE.ARCHIVE': {
    status: 422,
    en: [
      'The file is an archive ({format}), such as a .3mf project, a .gcode.3mf plate or a .ufp; archives cannot be read here yet.',
      'Export plain G-code from your slicer (a file that ends in .gcode) and send that.',
    ],
    fr: [
      'Le fichier est une archive ({format}), comme un projet .3mf, un plateau .gcode.3mf ou un .ufp ; on ne sait pas encore lire les archives ici.',
      'Exportez le G-code seul depuis votre trancheur (un fichier en .gcode) et envoyez celui-ci.',
    ],
  },
  'FILE.NUL_BYTES': {
    status: 422,
    en: [
      'Line {line} holds a NUL byte, so the file is binary or damaged.',
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
      'The command on line {line} is {bytes} bytes long once framed; machines take at most {limit}.',
      'Shorten that command, or remove it from the file.',
    ],
    fr: [
      'La commande de la ligne {line} fait {bytes} octets une fois encadrée ; les machines en acceptent {limit} au plus.',
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
  'FILE.TOO_LARGE': {
    status: 413,
    en: [
      'The file is larger than {limitMb} MB.',
      'Slice the part in pieces, or ask the administrator to raise the limit.',
    ],
    fr: [
      'Le fichier dépasse {limitMb} Mo.',
      'Tranchez la pièce en plusieurs fois, ou demandez à l’administrateur d’augmenter la limite.',
    ],
  },
  'FILE.MISSING': {
    status: 422,
    en: ['No file came with the submission.', 'Choose a G-code file and send it again.'],
    fr: ['Aucun fichier n’accompagne la demande.', 'Choisissez un fichier G-code et renvoyez-la.'],
  },
  'FILE.MORE_THAN_ONE': {
    status: 422,
    en: ['A submission takes one file, and more came.', 'Send each file in a submission of its own.'],
    fr: ['Un dépôt prend un seul fichier, et il en est venu plusieurs.', 'Déposez chaque fichier à part.'],
  },
  'FILE.TRUNCATED': {
    status: 400,
    en: ['The upload was cut short.', 'Check the network and send the file again; nothing was kept of it.'],
    fr: ['L’envoi a été interrompu.', 'Vérifiez le réseau et renvoyez le fichier ; rien n’en a été gardé.'],
  },
  'FILE.ANALYSIS_TOO_SLOW': {
    status: 422,
    en: [
      'Reading the file took more than {seconds} seconds.',
      'Slice the part again; if it happens again, show the file to the administrator.',
    ],
    fr: [
      'La lecture du fichier a pris plus de {seconds} secondes.',
      'Tranchez de nouveau la pièce ; si cela se reproduit, montrez le fichier à l’administrateur.',
    ],
  },
  'FILE.ANALYSIS_CRASHED': {
    status: 422,
    en: [
      'Reading the file failed ({exit}).',
      'Slice the part again; if it happens again, show the file to the administrator.',
    ],
    fr: [
      'La lecture du fichier a échoué ({exit}).',
      'Tranchez de nouveau la pièce ; si cela se reproduit, montrez le fichier à l’administrateur.',
    ],
  },
  'FILE.NO_THUMBNAIL': {
    status: 404,
    en: [
      'The file holds no picture of the part.',
      'Turn on thumbnails in your slicer’s printer settings if you want one.',
    ],
    fr: [
      'Le fichier ne contient pas d’image de la pièce.',
      'Activez les miniatures dans les réglages d’imprimante de votre trancheur si vous en voulez une.',
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
      'The print is not affected. Slice again, with other thumbnail settings, if you want it.',
    ],
    fr: [
      'Une image de {width} × {height} pixels du fichier n’est pas montrée : {reason}.',
      'L’impression n’en souffre pas. Tranchez de nouveau, avec d’autres réglages de miniatures, si vous la voulez.',
    ],
  },
  'FILE.ANALYSIS_TOO_LARGE': {
    status: 422,
    en: [
      'Reading the file took more than {mb} MB of memory, which no honest file does.',
      'Slice the part again; if it happens again, show the file to the administrator.',
    ],
    fr: [
      'La lecture du fichier a demandé plus de {mb} Mo de mémoire, ce que ne fait aucun fichier honnête.',
      'Tranchez de nouveau la pièce ; si cela se reproduit, montrez le fichier à l’administrateur.',
    ],
  },
  'FILE.NO_COMMANDS': {
    status: 422,
    en: [
      'The file holds text, but hardly a G-code command.',
      'Export G-code from your slicer and send that file.',
    ],
    fr: [
      'Le fichier contient du texte, mais presque aucune commande G-code.',
      'Exportez le G-code depuis votre trancheur et envoyez ce fichier.',
    ],
  },
});
