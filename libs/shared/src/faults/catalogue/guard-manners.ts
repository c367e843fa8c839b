import { entries } from '../entry';

/** Commands written so that nobody can say what a machine would make of them. */
export const guardManners = entries({
  'GUARD.UNFOLLOWED': {
    status: 422,
    en: [
      'Line {line}: {command} moves the machine in a way that cannot be checked against its volume.',
      'Slice for this machine again, with plain moves and millimetres; arcs in the XY plane are fine.',
    ],
    fr: [
      'Ligne {line} : {command} déplace la machine d’une façon qu’on ne peut pas comparer à son volume.',
      'Tranchez de nouveau pour cette machine, avec des déplacements simples en millimètres ; les arcs dans le plan XY conviennent.',
    ],
  },
  'GUARD.SECOND_COMMAND': {
    status: 422,
    en: [
      'Line {line} holds a second command ({command}): machines differ on which of the two they carry out.',
      'Put each command on a line of its own.',
    ],
    fr: [
      'La ligne {line} contient une seconde commande ({command}) : les machines n’exécutent pas toutes la même.',
      'Mettez chaque commande sur sa propre ligne.',
    ],
  },
  'GUARD.AMBIGUOUS': {
    status: 422,
    en: [
      'Line {line}: {command} can be read in more than one way, and machines differ.',
      'Write it in capitals, each letter once, with a plain decimal number and a blank in front; better, slice again.',
    ],
    fr: [
      'Ligne {line} : {command} peut se lire de plusieurs façons, et les machines diffèrent.',
      'Écrivez-la en majuscules, chaque lettre une seule fois, avec un nombre décimal simple et une espace devant ; mieux, tranchez de nouveau.',
    ],
  },
  'GUARD.PARAMETER': {
    status: 422,
    en: [
      'Line {line}: {command} has a parameter that cannot be checked: it could move or heat the machine further than it stands.',
      'Remove that parameter from the start or end G-code in your slicer; better, choose this machine there and slice again.',
    ],
    fr: [
      'Ligne {line} : {command} comporte un paramètre qu’on ne peut pas vérifier : il pourrait déplacer ou chauffer la machine au-delà de ce qu’elle supporte.',
      'Retirez ce paramètre du G-code de début ou de fin de votre trancheur ; mieux, choisissez-y cette machine et tranchez de nouveau.',
    ],
  },
  'GUARD.EXPRESSION': {
    status: 422,
    en: [
      'Line {line} holds braces ({command}): a formula, or a placeholder that the slicer did not replace.',
      'Check the placeholders in your slicer’s custom G-code and slice again.',
    ],
    fr: [
      'La ligne {line} contient des accolades ({command}) : une formule, ou une variable que le trancheur n’a pas remplacée.',
      'Vérifiez les variables du G-code personnalisé de votre trancheur et tranchez de nouveau.',
    ],
  },
  'GUARD.UNREADABLE': {
    status: 422,
    en: [
      'Line {line} holds characters that no command has ({command}).',
      'The file is damaged or was edited: slice again and send the new file.',
    ],
    fr: [
      'La ligne {line} contient des caractères qu’aucune commande ne comporte ({command}).',
      'Le fichier est abîmé ou a été modifié : tranchez de nouveau et envoyez le nouveau fichier.',
    ],
  },
});
