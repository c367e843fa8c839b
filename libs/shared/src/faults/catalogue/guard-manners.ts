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
  'GUARD.VOLUMETRIC': {
    status: 422,
    en: [
      'Line {line}: E counts cubic millimetres from here on, and this machine takes it for millimetres: it would extrude more than twice too much.',
      'In your slicer, choose this machine, or switch volumetric E off. A machine that can count volumes is told so by M200 with the filament’s diameter in the start G-code; a lab manager may allow it for one that always counts them.',
    ],
    fr: [
      'Ligne {line} : à partir d’ici, E compte des millimètres cubes, et cette machine les prend pour des millimètres : elle extruderait plus de deux fois trop.',
      'Dans votre trancheur, choisissez cette machine, ou désactivez l’extrusion volumétrique. Une machine qui sait compter des volumes l’apprend par M200 avec le diamètre du filament dans le G-code de début ; un responsable de lab peut l’autoriser pour une machine qui les compte toujours.',
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
      'Line {line} holds braces ({command}): a formula that the slicer did not work out.',
      'Check the formulas in your slicer’s custom G-code and slice again.',
    ],
    fr: [
      'La ligne {line} contient des accolades ({command}) : une formule que le trancheur n’a pas calculée.',
      'Vérifiez les formules du G-code personnalisé de votre trancheur et tranchez de nouveau.',
    ],
  },
  'GUARD.PLACEHOLDER': {
    status: 422,
    en: [
      'Line {line}: {command} holds {placeholder}, in whose place the slicer should have put a value.',
      'Your slicer does not know that name: correct the start or end G-code in its printer settings, and slice again.',
    ],
    fr: [
      'Ligne {line} : {command} contient {placeholder}, que le trancheur aurait dû remplacer par une valeur.',
      'Votre trancheur ne connaît pas ce nom : corrigez le G-code de début ou de fin dans ses réglages d’imprimante, et tranchez de nouveau.',
    ],
  },
  'GUARD.TEXT': {
    status: 422,
    en: [
      'Line {line}: the text in {command} is too long for this machine, or would be misread by it.',
      'Nothing is lost for the part without it. To keep it, shorten the text or the object’s name in your slicer.',
    ],
    fr: [
      'Ligne {line} : le texte de {command} est trop long pour cette machine, ou elle le lirait mal.',
      'Rien ne manque à la pièce sans lui. Pour le garder, raccourcissez le texte ou le nom de l’objet dans votre trancheur.',
    ],
  },
  'GUARD.NO_EFFECT': {
    status: 422,
    en: [
      'Line {line}: {command} is no command, or moves and changes nothing as it stands.',
      'Nothing is lost without it; you may remove it from the start or end G-code.',
    ],
    fr: [
      'Ligne {line} : {command} n’est pas une commande, ou ne déplace et ne change rien telle quelle.',
      'Rien ne manque sans elle ; vous pouvez la retirer du G-code de début ou de fin.',
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
