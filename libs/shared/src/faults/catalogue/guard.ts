import { entries } from '../entry';
import { guardLimitFaults } from './guard-limits';
import { guardManners } from './guard-manners';

/** Commands that do not belong in a print. Each sentence is true for a refused command and for one that is left out. */
const guardCommandFaults = entries({
  'GUARD.UNKNOWN_COMMAND': {
    status: 422,
    en: [
      'Line {line}: {command} is not a known command of this machine.',
      'Choose this machine in your slicer and slice again; or remove the command from the start or end G-code. A lab manager may allow it for this machine.',
    ],
    fr: [
      'Ligne {line} : {command} n’est pas une commande connue pour cette machine.',
      'Choisissez cette machine dans votre trancheur et tranchez de nouveau, ou retirez la commande du G-code de début ou de fin. Un responsable de lab peut l’autoriser pour cette machine.',
    ],
  },
  'GUARD.TOO_MANY_COMMANDS': {
    status: 422,
    en: [
      'From line {line} on, the file contains more kinds of commands than any machine has.',
      'Slice the part again and send the new file.',
    ],
    fr: [
      'À partir de la ligne {line}, le fichier contient plus de sortes de commandes qu’aucune machine n’en connaît.',
      'Tranchez de nouveau la pièce et envoyez le nouveau fichier.',
    ],
  },
  'GUARD.FIRMWARE': {
    status: 422,
    en: [
      'Line {line}: {command} replaces or restarts the machine’s firmware.',
      'A print never needs that: remove it from the file. The lab updates the firmware itself, at the machine.',
    ],
    fr: [
      'Ligne {line} : {command} remplace ou redémarre le micrologiciel de la machine.',
      'Une impression n’en a jamais besoin : retirez-la du fichier. Le lab met à jour le micrologiciel lui-même, sur la machine.',
    ],
  },
  'GUARD.STORED_SETTINGS': {
    status: 422,
    en: [
      'Line {line}: {command} saves, loads or erases the settings stored in the machine, and other members print with them too.',
      'Remove it from the start or end G-code in your slicer’s printer settings.',
    ],
    fr: [
      'Ligne {line} : {command} enregistre, recharge ou efface les réglages de la machine, avec lesquels d’autres membres impriment aussi.',
      'Retirez-la du G-code de début ou de fin, dans les réglages d’imprimante de votre trancheur.',
    ],
  },
  'GUARD.CALIBRATION': {
    status: 422,
    en: [
      'Line {line}: {command} overwrites a calibration of the machine.',
      'Remove it from the start G-code in your slicer’s printer settings; the lab calibrates its machines itself.',
    ],
    fr: [
      'Ligne {line} : {command} écrase un étalonnage de la machine.',
      'Retirez-la du G-code de début, dans les réglages d’imprimante de votre trancheur ; le lab étalonne lui-même ses machines.',
    ],
  },
  'GUARD.MAINTENANCE': {
    status: 422,
    en: [
      'Line {line}: {command} starts a measurement or tuning that does not belong in a print.',
      'Remove it from the file, and ask the lab if the machine seems to need it.',
    ],
    fr: [
      'Ligne {line} : {command} lance une mesure ou un réglage qui n’a pas sa place dans une impression.',
      'Retirez-la du fichier, et parlez-en au lab si la machine semble en avoir besoin.',
    ],
  },
  'GUARD.CARD_FILES': {
    status: 422,
    en: [
      'Line {line}: {command} writes, deletes or starts files on the machine’s own card.',
      'Remove it from the file: send each file to print through the queue.',
    ],
    fr: [
      'Ligne {line} : {command} écrit, efface ou lance des fichiers sur la carte de la machine.',
      'Retirez-la du fichier : chaque fichier à imprimer passe par la file d’attente.',
    ],
  },
  'GUARD.FORGED_ACTION': {
    status: 422,
    en: [
      'Line {line}: {command} makes the machine send false orders to the host.',
      'Remove it from the file. To pause for a person, use M0 or M600.',
    ],
    fr: [
      'Ligne {line} : {command} fait envoyer par la machine de faux ordres à l’hôte.',
      'Retirez-la du fichier. Pour une pause, employez M0 ou M600.',
    ],
  },
  'GUARD.HOST_MESSAGE': {
    status: 422,
    en: [
      'Line {line}: {command} writes any text on the line between machine and host, where the host could read it as a reply of the machine.',
      'The print does not need it. To show a text on the machine’s screen, use M117.',
    ],
    fr: [
      'Ligne {line} : {command} fait écrire un texte quelconque à la machine. On pourrait le lire comme une de ses réponses.',
      'L’impression n’en a pas besoin. Pour afficher un texte sur l’écran de la machine, employez M117.',
    ],
  },
  'GUARD.HOST_OWN': {
    status: 422,
    en: [
      'Line {line}: {command} concerns the connection to the machine, which the lab’s agent looks after.',
      'The print does not need it; you may remove it from the start G-code.',
    ],
    fr: [
      'Ligne {line} : {command} concerne la liaison avec la machine, dont l’agent du lab s’occupe.',
      'L’impression n’en a pas besoin ; vous pouvez la retirer du G-code de début.',
    ],
  },
  'GUARD.CONNECTION': {
    status: 422,
    en: [
      'Line {line}: {command} changes how the machine is connected, and would interrupt the connection during the print.',
      'Remove it from the start or end G-code in your slicer’s printer settings.',
    ],
    fr: [
      'Ligne {line} : {command} change la façon dont la machine est branchée et couperait la liaison en pleine impression.',
      'Retirez-la du G-code de début ou de fin, dans les réglages d’imprimante de votre trancheur.',
    ],
  },
  'GUARD.ENDS_RUN': {
    status: 422,
    en: [
      'Line {line}: {command} stops the machine as in an emergency.',
      'Remove it from the file; to end a print the slicer’s usual end G-code is enough.',
    ],
    fr: [
      'Ligne {line} : {command} arrête la machine comme en cas d’urgence.',
      'Retirez-la du fichier ; le G-code de fin habituel du trancheur suffit pour finir une impression.',
    ],
  },
  'GUARD.POWER': {
    status: 422,
    en: [
      'Line {line}: {command} switches the machine’s power on or off: PandaFab could then not see whether the machine cools down.',
      'Remove it from the end G-code in your slicer’s printer settings.',
    ],
    fr: [
      'Ligne {line} : {command} coupe ou rétablit l’alimentation de la machine : PandaFab ne verrait plus si elle refroidit.',
      'Retirez-la du G-code de fin, dans les réglages d’imprimante de votre trancheur.',
    ],
  },
  'GUARD.PROTECTION': {
    status: 422,
    en: [
      'Line {line}: {command} switches off a protection of the machine.',
      'Remove it from the start G-code in your slicer’s printer settings.',
    ],
    fr: [
      'Ligne {line} : {command} désactive une protection de la machine.',
      'Retirez-la du G-code de début, dans les réglages d’imprimante de votre trancheur.',
    ],
  },
  'GUARD.HARDWARE': {
    status: 422,
    en: [
      'Line {line}: {command} drives pins, motors or drivers of the board directly.',
      'Remove it from the start or end G-code; if this machine needs it, a lab manager may allow it.',
    ],
    fr: [
      'Ligne {line} : {command} commande directement des broches, moteurs ou pilotes de la carte.',
      'Retirez-la du G-code de début ou de fin ; si cette machine en a besoin, un responsable de lab peut l’autoriser.',
    ],
  },
  'GUARD.STORED_COMMANDS': {
    status: 422,
    en: [
      'Line {line}: {command} runs commands that are not in this file, so PandaFab cannot check them.',
      'Write those commands into the file itself, or ask a lab manager to allow it for this machine.',
    ],
    fr: [
      'Ligne {line} : {command} exécute des commandes qui ne sont pas dans ce fichier : PandaFab ne peut pas les vérifier.',
      'Écrivez ces commandes dans le fichier même, ou demandez à un responsable de lab de l’autoriser pour cette machine.',
    ],
  },
  'GUARD.NO_CHAMBER': {
    status: 422,
    en: [
      'Line {line}: {command} asks for a heated chamber, and this machine has none.',
      'Print without it if the filament allows, or choose another machine. If it does have one, a lab manager enters its highest temperature.',
    ],
    fr: [
      'Ligne {line} : {command} demande une enceinte chauffée, et cette machine n’en a pas.',
      'Imprimez sans elle si le filament le permet, ou choisissez une autre machine. Si elle en a une, un responsable de lab en indique la température maximale.',
    ],
  },
  'GUARD.UNUSUAL': {
    status: 422,
    en: [
      'Line {line}: {command} is unusual in a print.',
      'If you did not expect it, check the start and end G-code in your slicer.',
    ],
    fr: [
      'Ligne {line} : {command} est inhabituelle dans une impression.',
      'Si vous ne vous y attendiez pas, vérifiez le G-code de début et de fin de votre trancheur.',
    ],
  },
});

export const guardFaults = { ...guardCommandFaults, ...guardManners, ...guardLimitFaults };

type ReasonOf<Code> = Code extends `GUARD.${infer Reason}` ? Reason : never;
/** Why a rule refuses a command or leaves it out: a fault's code without `GUARD.`. */
export type GuardReason = ReasonOf<keyof typeof guardCommandFaults | keyof typeof guardManners>;
export const guardReasons = Object.keys({ ...guardCommandFaults, ...guardManners }).map((code) =>
  code.slice('GUARD.'.length),
) as [GuardReason, ...GuardReason[]];
