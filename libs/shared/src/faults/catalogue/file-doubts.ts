import { entries } from '../entry';

/** Findings of the analysis: the file may differ from what its slicer intended. They never refuse a file. */
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
      'The slicer calculated {slicerM} m of filament; PandaFab calculates {readM} m from the file.',
      'Export the file again, since a part of it may be missing. If the figures still differ, choose the right machine in your slicer: relative extrusion without M83, or volumes in place of lengths, come from the settings of another machine.',
    ],
    fr: [
      'Le trancheur a calculé {slicerM} m de filament ; PandaFab en calcule {readM} m d’après le fichier.',
      'Exportez de nouveau le fichier, car il en manque peut-être une partie. Si l’écart reste, choisissez la bonne machine dans votre trancheur : une extrusion relative sans M83, ou des volumes au lieu de longueurs, viennent des réglages d’une autre machine.',
    ],
  },
  'FILE.TIME_UNLIKELY': {
    status: 422,
    en: [
      'The slicer calculated {slicerMinutes} min; PandaFab calculates about {readMinutes} min from the moves in the file.',
      'Export the file again, since a part of it may be missing. If the figures still differ, check speeds and accelerations in your slicer’s printer settings.',
    ],
    fr: [
      'Le trancheur a calculé {slicerMinutes} min ; PandaFab calcule environ {readMinutes} min d’après les mouvements du fichier.',
      'Exportez de nouveau le fichier, car il en manque peut-être une partie. Si l’écart reste, vérifiez les vitesses et accélérations dans les réglages d’imprimante de votre trancheur.',
    ],
  },
  'FILE.LAYERS_MISSING': {
    status: 422,
    en: [
      'The slicer counted {slicerLayers} layers; the file contains {readLayers}.',
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
      'Name the machine with --profile. To make all machines read the file in the same way, put M83 (or M82) after the last G90 or G91 before the print begins.',
    ],
    fr: [
      'Les machines lisent le filament de ce fichier de plusieurs façons : {readM} m comme {readAs} ; sinon {others}.',
      'Nommez la machine avec --profile. Mettez M83 (ou M82) après le dernier G90 ou G91 d’avant l’impression : toutes les machines liront alors le fichier de la même façon.',
    ],
  },
});
