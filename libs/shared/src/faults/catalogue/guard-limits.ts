import { entries } from '../entry';

/** What a file asks for beyond the limits of its machine. */
export const guardLimitFaults = entries({
  'GUARD.NOZZLE_TOO_HOT': {
    status: 422,
    en: [
      'Line {line} heats the nozzle to {celsius} °C; this machine stands {limit} °C at most.',
      'Lower the nozzle temperature in your slicer’s filament settings, or choose another machine or filament.',
    ],
    fr: [
      'La ligne {line} chauffe la buse à {celsius} °C ; cette machine supporte {limit} °C au plus.',
      'Baissez la température de buse dans les réglages de filament de votre trancheur, ou choisissez une autre machine ou un autre filament.',
    ],
  },
  'GUARD.BED_TOO_HOT': {
    status: 422,
    en: [
      'Line {line} heats the bed to {celsius} °C; this machine stands {limit} °C at most.',
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
      'Line {line} heats the chamber to {celsius} °C; this machine stands {limit} °C at most.',
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
      'It is switched off when the run ends. Printed elsewhere it would stay hot: add M104 S0 to the end G-code in your slicer.',
    ],
    fr: [
      'Le fichier se termine avec la buse encore à {celsius} °C, comme l’a réglé la ligne {line}.',
      'Elle est éteinte à la fin du passage. Imprimé ailleurs, elle resterait chaude : ajoutez M104 S0 au G-code de fin de votre trancheur.',
    ],
  },
  'GUARD.BED_LEFT_HOT': {
    status: 422,
    en: [
      'The file ends with the bed still at {celsius} °C, as line {line} set it.',
      'It is switched off when the run ends. Printed elsewhere it would stay hot: add M140 S0 to the end G-code in your slicer.',
    ],
    fr: [
      'Le fichier se termine avec le plateau encore à {celsius} °C, comme l’a réglé la ligne {line}.',
      'Il est éteint à la fin du passage. Imprimé ailleurs, il resterait chaud : ajoutez M140 S0 au G-code de fin de votre trancheur.',
    ],
  },
  'GUARD.CHAMBER_LEFT_HOT': {
    status: 422,
    en: [
      'The file ends with the chamber still at {celsius} °C, as line {line} set it.',
      'It is switched off when the run ends. Printed elsewhere it would stay hot: add M141 S0 to the end G-code in your slicer.',
    ],
    fr: [
      'Le fichier se termine avec l’enceinte encore à {celsius} °C, comme l’a réglé la ligne {line}.',
      'Elle est éteinte à la fin du passage. Imprimé ailleurs, elle resterait chaude : ajoutez M141 S0 au G-code de fin de votre trancheur.',
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
      'Choisissez cette machine dans votre trancheur, ou placez ou réduisez la pièce pour qu’elle tienne, bordure et ligne de purge comprises.',
    ],
  },
  'GUARD.STOPPED_AT_END': {
    status: 422,
    en: [
      'When the print is over, line {line} goes on to {axis} {mm} mm; this machine ends at {limit} mm, and its firmware stops there.',
      'Nothing is lost. To be rid of this remark, let the end G-code go to an absolute place (G90) that the machine reaches.',
    ],
    fr: [
      'L’impression finie, la ligne {line} va en {axis} jusqu’à {mm} mm ; cette machine s’arrête à {limit} mm, et son micrologiciel l’y retient.',
      'Rien n’est perdu. Pour ne plus voir cette remarque, faites aller le G-code de fin à une position absolue (G90) que la machine atteint.',
    ],
  },
  'GUARD.TOO_FAR': {
    status: 422,
    en: [
      'By line {line} the tool has gone {mm} mm in {axis} from a place that nobody knows; {limit} mm is the most there.',
      'Home the machine (G28), then go to an absolute position (G90) before any relative moves (G91): homing may end anywhere over the bed.',
    ],
    fr: [
      'À la ligne {line}, l’outil s’est déplacé de {mm} mm en {axis} depuis un endroit inconnu ; {limit} mm est le maximum.',
      'Faites l’origine (G28), puis allez à une position absolue (G90) avant tout déplacement relatif (G91) : l’origine peut se finir n’importe où au-dessus du plateau.',
    ],
  },
  'GUARD.STOPS_FOR_FILAMENT': {
    status: 422,
    en: [
      'This file stops {times}× and waits for somebody: the filament is to be changed ({command}, first in line {line}).',
      'Agree with the lab who changes it, and have the other spools ready: the print waits, and after a while it cools down.',
    ],
    fr: [
      'Ce fichier s’arrête et attend quelqu’un, {times} fois : il faut changer le filament ({command}, d’abord ligne {line}).',
      'Convenez avec le lab de qui le change, et préparez les autres bobines : l’impression attend, et finit par refroidir.',
    ],
  },
  'GUARD.STOPS_SAYING': {
    status: 422,
    en: [
      'This file stops {times}× and waits for somebody, and says: “{says}” (first in line {line}).',
      'Agree with the lab who will be there: the print waits until somebody answers, and after a while it cools down.',
    ],
    fr: [
      'Ce fichier s’arrête et attend quelqu’un, {times} fois, en disant : « {says} » (d’abord ligne {line}).',
      'Convenez avec le lab de qui sera là : l’impression attend une réponse, et finit par refroidir.',
    ],
  },
  'GUARD.STOPS': {
    status: 422,
    en: [
      'This file stops {times}× and waits for somebody: a pause ({command}, first in line {line}).',
      'Agree with the lab who will be there, or take the pause out in your slicer: the print waits until somebody answers.',
    ],
    fr: [
      'Ce fichier s’arrête et attend quelqu’un, {times} fois : une pause ({command}, d’abord ligne {line}).',
      'Convenez avec le lab de qui sera là, ou retirez la pause dans votre trancheur : l’impression attend une réponse.',
    ],
  },
});
