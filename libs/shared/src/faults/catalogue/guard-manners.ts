import { entries } from '../entry';

/** Commands written so that the server cannot know how a machine would read them. */
export const guardManners = entries({
  'GUARD.UNFOLLOWED': {
    status: 422,
    en: [
      'Line {line}: {command} moves the machine in a way that PandaFab cannot check against its volume.',
      'Slice for this machine again, with plain moves and millimetres; arcs in the XY plane are fine.',
    ],
    fr: [
      'Ligne {line} : {command} déplace la machine d’une façon que PandaFab ne peut pas comparer à son volume.',
      'Tranchez de nouveau pour cette machine, avec des déplacements simples en millimètres ; les arcs dans le plan XY conviennent.',
    ],
  },
  'GUARD.VOLUMETRIC': {
    status: 422,
    en: [
      'Line {line}: from here on E is in cubic millimetres, and this machine reads it as millimetres: it would extrude more than twice the right amount.',
      'In your slicer, choose this machine, or switch volumetric E off. If the machine can use volumes, tell it so by M200 with the filament’s diameter in the start G-code; if it always uses them, a lab manager may allow it.',
    ],
    fr: [
      'Ligne {line} : à partir d’ici, E est en millimètres cubes, et cette machine le lit en millimètres : elle extruderait plus du double de la bonne quantité.',
      'Dans votre trancheur, choisissez cette machine, ou désactivez l’extrusion volumétrique. Si la machine sait utiliser des volumes, indiquez-le par M200 avec le diamètre du filament dans le G-code de début ; si elle les utilise toujours, un responsable de lab peut l’autoriser.',
    ],
  },
  'GUARD.SECOND_COMMAND': {
    status: 422,
    en: [
      'Line {line} contains a second command ({command}): some machines run the first, others the second.',
      'Put each command on a line of its own.',
    ],
    fr: [
      'La ligne {line} contient une seconde commande ({command}) : certaines machines exécutent la première, d’autres la seconde.',
      'Mettez chaque commande sur sa propre ligne.',
    ],
  },
  'GUARD.AMBIGUOUS': {
    status: 422,
    en: [
      'Line {line}: {command} can be read in more than one way, and machines differ.',
      'Write it in capitals, each letter once, with a plain decimal number and a space in front. Or better, slice the part again.',
    ],
    fr: [
      'Ligne {line} : {command} peut se lire de plusieurs façons, et les machines diffèrent.',
      'Écrivez-la en majuscules, chaque lettre une seule fois, avec un nombre décimal simple et une espace devant. Ou mieux, tranchez de nouveau la pièce.',
    ],
  },
  'GUARD.PARAMETER': {
    status: 422,
    en: [
      'Line {line}: {command} has a parameter that PandaFab cannot check: it could move or heat the machine beyond its limits.',
      'Remove that parameter from the start or end G-code in your slicer. Or better, choose this machine there and slice the part again.',
    ],
    fr: [
      'Ligne {line} : {command} comporte un paramètre que PandaFab ne peut pas vérifier : il pourrait déplacer ou chauffer la machine au-delà de ses limites.',
      'Retirez ce paramètre du G-code de début ou de fin de votre trancheur. Ou mieux, choisissez-y cette machine et tranchez de nouveau la pièce.',
    ],
  },
  'GUARD.EXPRESSION': {
    status: 422,
    en: [
      'Line {line} contains braces ({command}): a formula that the slicer did not calculate.',
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
      'Line {line}: {command} contains {placeholder}, which the slicer should have replaced by a value.',
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
      'Line {line}: the text in {command} is too long for this machine, or the machine would misread it.',
      'The part is the same without it. To keep it, shorten the text or the object’s name in your slicer.',
    ],
    fr: [
      'Ligne {line} : le texte de {command} est trop long pour cette machine, ou elle le lirait mal.',
      'La pièce est la même sans lui. Pour le garder, raccourcissez le texte ou le nom de l’objet dans votre trancheur.',
    ],
  },
  'GUARD.NO_EFFECT': {
    status: 422,
    en: [
      'Line {line}: {command} is not a command, or, written like this, it moves and changes nothing.',
      'The print does not need it; you may remove it from the start or end G-code.',
    ],
    fr: [
      'Ligne {line} : {command} n’est pas une commande, ou, écrite ainsi, elle ne déplace et ne change rien.',
      'L’impression n’en a pas besoin ; vous pouvez la retirer du G-code de début ou de fin.',
    ],
  },
  'GUARD.UNREADABLE': {
    status: 422,
    en: [
      'Line {line} contains characters that no command uses ({command}).',
      'The file is damaged or was edited: slice again and send the new file.',
    ],
    fr: [
      'La ligne {line} contient des caractères qu’aucune commande ne comporte ({command}).',
      'Le fichier est abîmé ou a été modifié : tranchez de nouveau et envoyez le nouveau fichier.',
    ],
  },
});
