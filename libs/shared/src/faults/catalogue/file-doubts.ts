import { entries } from '../entry';

/** What makes doubt that a file is what its slicer meant: findings of the analysis, and never a refusal. */
export const fileDoubts = entries({
  'FILE.NO_BODY': {
    status: 422,
    en: [
      'The file names its slicer and its settings, but no line extrudes anything while it moves: nothing would be printed.',
      'Export the file again, and compare its size with the one that your slicer wrote: it may have been cut short.',
    ],
    fr: [
      'Le fichier nomme son trancheur et ses réglages, mais aucune ligne n’extrude en se déplaçant : rien ne serait imprimé.',
      'Exportez de nouveau le fichier, et comparez sa taille avec celui que votre trancheur a écrit : il a peut-être été coupé.',
    ],
  },
  'FILE.FILAMENT_UNLIKELY': {
    status: 422,
    en: [
      'The slicer reckoned with {slicerM} m of filament; as it is read here, the file takes {readM} m.',
      'Export the file again, since a part of it may be missing. If the figures stay apart, choose the right machine in your slicer: relative extrusion without M83, or volumes for lengths, come from the settings of another one.',
    ],
    fr: [
      'Le trancheur comptait {slicerM} m de filament ; tel qu’il est lu ici, le fichier en prend {readM} m.',
      'Exportez de nouveau le fichier, car il en manque peut-être une partie. Si l’écart reste, choisissez la bonne machine dans votre trancheur : une extrusion relative sans M83, ou des volumes au lieu de longueurs, viennent des réglages d’une autre.',
    ],
  },
  'FILE.TIME_UNLIKELY': {
    status: 422,
    en: [
      'The slicer reckoned with {slicerMinutes} min; by its moves the file takes about {readMinutes} min.',
      'Export the file again, since a part of it may be missing. If the figures stay apart, check speeds and accelerations in your slicer’s printer settings.',
    ],
    fr: [
      'Le trancheur comptait {slicerMinutes} min ; d’après ses mouvements, le fichier prend environ {readMinutes} min.',
      'Exportez de nouveau le fichier, car il en manque peut-être une partie. Si l’écart reste, vérifiez les vitesses et accélérations dans les réglages d’imprimante de votre trancheur.',
    ],
  },
  'FILE.LAYERS_MISSING': {
    status: 422,
    en: [
      'The slicer counted {slicerLayers} layers; the file holds {readLayers}.',
      'Export the file again, and compare its size with the one that your slicer wrote: it may have been cut short.',
    ],
    fr: [
      'Le trancheur comptait {slicerLayers} couches ; le fichier en contient {readLayers}.',
      'Exportez de nouveau le fichier, et comparez sa taille avec celui que votre trancheur a écrit : il a peut-être été coupé.',
    ],
  },
  'FILE.READINGS_DIFFER': {
    status: 422,
    en: [
      'Machines read the filament of this file in different ways: {readM} m as {readAs}; otherwise {others}.',
      'Name the machine with --profile. To make all machines read alike, put M83 (or M82) behind the last G90 or G91 before the print begins.',
    ],
    fr: [
      'Les machines lisent le filament de ce fichier de plusieurs façons : {readM} m comme {readAs} ; sinon {others}.',
      'Nommez la machine avec --profile. Pour que toutes lisent de même, mettez M83 (ou M82) après le dernier G90 ou G91 avant le début de l’impression.',
    ],
  },
});
