import { entries } from '../entry';

/** Values in a file that are beyond the limits of its machine. */
export const guardLimitFaults = entries({
  'GUARD.NOZZLE_TOO_HOT': {
    status: 422,
    en: [
      'Line {line} heats the nozzle to {celsius} °C; this machine allows {limit} °C at most.',
      'Lower the nozzle temperature in your slicer’s filament settings, or choose another machine or filament.',
    ],
    fr: [
      'La ligne {line} chauffe la buse à {celsius} °C ; cette machine supporte {limit} °C au plus.',
      'Baissez la température de buse dans les réglages de filament de votre trancheur. Ou choisissez une autre machine ou un autre filament.',
    ],
  },
  'GUARD.BED_TOO_HOT': {
    status: 422,
    en: [
      'Line {line} heats the bed to {celsius} °C; this machine allows {limit} °C at most.',
      'Lower the bed temperature in your slicer’s filament settings, or choose another machine.',
    ],
    fr: [
      'La ligne {line} chauffe le plateau à {celsius} °C ; cette machine supporte {limit} °C au plus.',
      'Baissez la température du plateau dans les réglages de filament de votre trancheur, ou choisissez une autre machine.',
    ],
  },
  'GUARD.CHAMBER_TOO_HOT': {
    status: 422,
    en: [
      'Line {line} heats the chamber to {celsius} °C; this machine allows {limit} °C at most.',
      'Lower the chamber temperature in your slicer’s filament settings, or choose another machine.',
    ],
    fr: [
      'La ligne {line} chauffe l’enceinte à {celsius} °C ; cette machine supporte {limit} °C au plus.',
      'Baissez la température d’enceinte dans les réglages de filament de votre trancheur, ou choisissez une autre machine.',
    ],
  },
  'GUARD.NOZZLE_LEFT_HOT': {
    status: 422,
    en: [
      'The file ends with the nozzle still at {celsius} °C, as line {line} set it.',
      'PandaFab switches it off when the run ends. On another system it would stay hot: add M104 S0 to the end G-code in your slicer.',
    ],
    fr: [
      'Le fichier se termine avec la buse encore à {celsius} °C, comme l’a réglé la ligne {line}.',
      'PandaFab l’éteint à la fin de la tentative. Sur un autre système, elle resterait chaude : ajoutez M104 S0 au G-code de fin de votre trancheur.',
    ],
  },
  'GUARD.BED_LEFT_HOT': {
    status: 422,
    en: [
      'The file ends with the bed still at {celsius} °C, as line {line} set it.',
      'PandaFab switches it off when the run ends. On another system it would stay hot: add M140 S0 to the end G-code in your slicer.',
    ],
    fr: [
      'Le fichier se termine avec le plateau encore à {celsius} °C, comme l’a réglé la ligne {line}.',
      'PandaFab l’éteint à la fin de la tentative. Sur un autre système, il resterait chaud : ajoutez M140 S0 au G-code de fin de votre trancheur.',
    ],
  },
  'GUARD.CHAMBER_LEFT_HOT': {
    status: 422,
    en: [
      'The file ends with the chamber still at {celsius} °C, as line {line} set it.',
      'PandaFab switches it off when the run ends. On another system it would stay hot: add M141 S0 to the end G-code in your slicer.',
    ],
    fr: [
      'Le fichier se termine avec l’enceinte encore à {celsius} °C, comme l’a réglé la ligne {line}.',
      'PandaFab l’éteint à la fin de la tentative. Sur un autre système, elle resterait chaude : ajoutez M141 S0 au G-code de fin de votre trancheur.',
    ],
  },
  'GUARD.OUTSIDE': {
    status: 422,
    en: [
      'Line {line} goes to {axis} {mm} mm; this machine reaches from {min} to {max} mm.',
      'Choose this machine in your slicer, or place or scale the part so that it fits, brim and purge line included.',
    ],
    fr: [
      'La ligne {line} va en {axis} à {mm} mm ; cette machine va de {min} à {max} mm.',
      'Choisissez cette machine dans votre trancheur. Ou déplacez ou réduisez la pièce : elle doit tenir, bordure et ligne de purge comprises.',
    ],
  },
  'GUARD.STOPPED_AT_END': {
    status: 422,
    en: [
      'After the print, line {line} moves to {axis} {mm} mm; this machine ends at {limit} mm, and its firmware stops there.',
      'The part is not affected. To avoid this remark, let the end G-code move to an absolute position (G90) that the machine reaches.',
    ],
    fr: [
      'Après l’impression, la ligne {line} va en {axis} jusqu’à {mm} mm ; cette machine va jusqu’à {limit} mm, et son micrologiciel s’arrête là.',
      'Cela ne change rien à la pièce. Pour ne plus voir cette remarque, utilisez dans le G-code de fin une position absolue (G90) que la machine atteint.',
    ],
  },
  'GUARD.TOO_FAR': {
    status: 422,
    en: [
      'At line {line} the tool has moved {mm} mm in {axis} from an unknown position; at most {limit} mm are allowed.',
      'Home the machine (G28), then go to an absolute position (G90) before any relative moves (G91): homing may end anywhere over the bed.',
    ],
    fr: [
      'À la ligne {line}, l’outil s’est déplacé de {mm} mm en {axis} depuis une position inconnue ; {limit} mm sont permis au plus.',
      'Faites l’origine (G28), puis allez à une position absolue (G90) avant tout déplacement relatif (G91) : la machine peut alors s’arrêter n’importe où au-dessus du plateau.',
    ],
  },
  'GUARD.STOPS_FOR_FILAMENT': {
    status: 422,
    en: [
      'This file stops {times}× and waits for a person to change the filament ({command}, first in line {line}).',
      'Agree with the staff of the lab who will change it, and have the other spools ready: the print waits, and after a while the machine cools down.',
    ],
    fr: [
      'Ce fichier s’arrête {times} fois et attend qu’une personne change le filament ({command}, d’abord ligne {line}).',
      'Convenez avec l’équipe du lab de la personne qui le changera, et préparez les autres bobines : l’impression attend, et la machine finit par refroidir.',
    ],
  },
  'GUARD.STOPS_SAYING': {
    status: 422,
    en: [
      'This file stops {times}×, waits for a person and shows: “{says}” (first in line {line}).',
      'Agree with the staff of the lab who will be present: the print waits for an answer, and after a while the machine cools down.',
    ],
    fr: [
      'Ce fichier s’arrête {times} fois, attend une personne et affiche : « {says} » (d’abord ligne {line}).',
      'Convenez avec l’équipe du lab de la personne qui sera présente : l’impression attend une réponse, et la machine finit par refroidir.',
    ],
  },
  'GUARD.STOPS': {
    status: 422,
    en: [
      'This file stops {times}× and waits for a person: a pause ({command}, first in line {line}).',
      'Agree with the staff of the lab who will be present, or remove the pause in your slicer: the print waits for an answer.',
    ],
    fr: [
      'Ce fichier s’arrête {times} fois et attend une personne : une pause ({command}, d’abord ligne {line}).',
      'Convenez avec l’équipe du lab de la personne qui sera présente, ou retirez la pause dans votre trancheur : l’impression attend une réponse.',
    ],
  },
});
