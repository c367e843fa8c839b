import { machineStateWords } from '../../machine-state';
import { entries } from '../entry';

/** Machines, their firmware and the line to them. */
export const machineFaults = entries({
  'MACHINE.UNKNOWN_PROFILE': {
    status: 422,
    en: ['There is no firmware profile “{id}”.', 'Choose one of: {known}.'],
    fr: ['Il n’y a pas de profil de micrologiciel « {id} ».', 'Choisissez parmi : {known}.'],
  },
  'MACHINE.PROFILE_INVALID': {
    status: 500,
    en: [
      'The firmware profile {file} is not valid: {reason}.',
      'Correct it; firmware-profiles/README.md explains each field.',
    ],
    fr: [
      'Le profil de micrologiciel {file} n’est pas valable : {reason}.',
      'Corrigez-le ; firmware-profiles/README.md explique chaque champ.',
    ],
  },
  'MACHINE.BAD_ADDRESS': {
    status: 422,
    en: [
      '“{address}” is not the address of a machine.',
      'Give a device path, tcp://host:port or mqtt://host:port/topic (mqtts:// with TLS).',
    ],
    fr: [
      '« {address} » n’est pas l’adresse d’une machine.',
      'Donnez un chemin de périphérique, tcp://hôte:port ou mqtt://hôte:port/sujet (mqtts:// avec TLS).',
    ],
  },
  'MACHINE.PORT_ABSENT': {
    status: 503,
    en: [
      'There is no port {address}.',
      'Plug the machine in and switch it on; /dev/serial/by-id lists the names that stay the same.',
    ],
    fr: [
      'Le port {address} n’existe pas.',
      'Branchez et allumez la machine ; /dev/serial/by-id montre les noms qui ne changent pas.',
    ],
  },
  'MACHINE.PORT_BUSY': {
    status: 409,
    en: [
      'Another program is using the port {address}.',
      'Stop that program (another agent, OctoPrint, a terminal), then try again.',
    ],
    fr: [
      'Un autre programme utilise le port {address}.',
      'Arrêtez ce programme (un autre agent, OctoPrint, un terminal), puis réessayez.',
    ],
  },
  'MACHINE.PORT_REFUSED': {
    status: 503,
    en: [
      'The port {address} cannot be opened: {reason}.',
      'Check that you may use it (on Linux: the group dialout) and that the baud rate exists.',
    ],
    fr: [
      'Le port {address} ne peut pas être ouvert : {reason}.',
      'Vérifiez que vous avez le droit de l’utiliser (sous Linux : groupe dialout) et que la vitesse existe.',
    ],
  },
  'MACHINE.UNREACHABLE': {
    status: 503,
    en: [
      'Nothing answers at {address}: {reason}.',
      'Check the address, the network and that the machine is on.',
    ],
    fr: [
      'Rien ne répond à {address} : {reason}.',
      'Vérifiez l’adresse, le réseau et que la machine est allumée.',
    ],
  },
  'MACHINE.BROKER_UNTRUSTED': {
    status: 503,
    en: [
      'The broker at {address} presents a certificate that is not trusted: {reason}.',
      'Give the file of its authority at the end of the address (?ca=/path/ca.crt), or renew the certificate.',
    ],
    fr: [
      'Le serveur MQTT à {address} présente un certificat qui n’est pas digne de confiance : {reason}.',
      'Indiquez le fichier de son autorité à la fin de l’adresse (?ca=/chemin/ca.crt), ou renouvelez le certificat.',
    ],
  },
  'MACHINE.CA_UNREADABLE': {
    status: 503,
    en: [
      'The certificates in {file} cannot be read: {reason}.',
      'Put the file on the agent’s computer, readable by the agent, or correct the address.',
    ],
    fr: [
      'Les certificats de {file} ne peuvent pas être lus : {reason}.',
      'Placez le fichier sur l’ordinateur de l’agent, lisible par lui, ou corrigez l’adresse.',
    ],
  },
  'MACHINE.NO_ANSWER': {
    status: 504,
    en: [
      'The machine did not answer within {seconds} s.',
      'Check the baud rate and the firmware profile, then switch the machine off and on.',
    ],
    fr: [
      'La machine n’a pas répondu en {seconds} s.',
      'Vérifiez la vitesse et le profil de micrologiciel, puis éteignez et rallumez la machine.',
    ],
  },
  'MACHINE.NOT_READY': {
    status: 409,
    en: ['The machine is {state}, so it cannot do that now.', 'Wait until it is ready, or connect it again.'],
    fr: [
      'La machine est {state} et ne peut pas faire cela maintenant.',
      'Attendez qu’elle soit prête, ou connectez-la de nouveau.',
    ],
    terms: { state: machineStateWords },
  },
  'MACHINE.RESET_MID_RUN': {
    status: 500,
    en: [
      'The machine restarted during the run, after {lines} acknowledged lines.',
      'Look for a power or cable fault, clear the bed, then print again.',
    ],
    fr: [
      'La machine a redémarré pendant la tentative, après {lines} lignes confirmées.',
      'Cherchez un défaut d’alimentation ou de câble, videz le plateau, puis relancez.',
    ],
  },
  'MACHINE.HALTED': {
    status: 500,
    en: [
      'The machine stopped itself: {message}.',
      'Read its message, fix the cause, then switch the machine off and on: it reconnects by itself.',
    ],
    fr: [
      'La machine s’est arrêtée d’elle-même : {message}.',
      'Lisez son message, corrigez la cause, puis éteignez et rallumez la machine : elle se reconnecte d’elle-même.',
    ],
  },
  'MACHINE.SHUT_DOWN': {
    status: 409,
    en: [
      'The firmware has shut down: {message}.',
      'Fix the cause that it names, then send {command}: the machine reconnects by itself.',
    ],
    fr: [
      'Le micrologiciel s’est arrêté : {message}.',
      'Corrigez la cause qu’il indique, puis envoyez {command} : la machine se reconnecte d’elle-même.',
    ],
  },
  'MACHINE.EMERGENCY_STOP': {
    status: 500,
    en: [
      'The emergency stop was pressed.',
      'Make sure that nothing is hot or moving, then switch the machine off and on and connect it again.',
    ],
    fr: [
      'L’arrêt d’urgence a été déclenché.',
      'Assurez-vous que rien n’est chaud ni en mouvement, puis éteignez, rallumez et reconnectez la machine.',
    ],
  },
  'MACHINE.UNPLUGGED': {
    status: 500,
    en: [
      'The line to the machine was lost: {reason}.',
      'Plug the cable in again. If the machine does not reconnect, switch its heaters off at the machine.',
    ],
    fr: [
      'La liaison avec la machine est perdue : {reason}.',
      'Rebranchez le câble. Si la machine ne se reconnecte pas, coupez sa chauffe sur place.',
    ],
  },
  'MACHINE.SILENT': {
    status: 500,
    en: [
      'The machine stopped answering after {lines} acknowledged lines.',
      'Check the machine and its cable, then switch it off and on and connect it again.',
    ],
    fr: [
      'La machine ne répond plus après {lines} lignes confirmées.',
      'Vérifiez la machine et son câble, puis éteignez-la, rallumez-la et reconnectez-la.',
    ],
  },
  'MACHINE.TOO_MANY_RESENDS': {
    status: 500,
    en: [
      'The machine asked {count} times for line {line}.',
      'The line is disturbed: use a short shielded cable, away from motors, or a lower baud rate.',
    ],
    fr: [
      'La machine a demandé {count} fois la ligne {line}.',
      'La liaison est perturbée : utilisez un câble court et blindé, loin des moteurs, ou une vitesse plus basse.',
    ],
  },
  'MACHINE.LINE_NUMBERS_LOST': {
    status: 500,
    en: [
      'The machine asked for line {line}, but only lines {first} to {last} can be sent again.',
      'Make sure that no other program talks to this machine.',
    ],
    fr: [
      'La machine a demandé la ligne {line}, mais seules les lignes {first} à {last} peuvent être renvoyées.',
      'Assurez-vous qu’aucun autre programme ne parle à cette machine.',
    ],
  },
  'MACHINE.AMBIGUOUS': {
    status: 500,
    en: [
      'The machine does not check line numbers, so it is unknown whether the machine ran line {line}.',
      'Look at the part, clear the bed, and check the cable before printing again.',
    ],
    fr: [
      'La machine ne vérifie pas les numéros de ligne : on ne sait pas si la ligne {line} a été exécutée.',
      'Regardez la pièce, videz le plateau, et vérifiez le câble avant de relancer.',
    ],
  },
  'MACHINE.COMMAND_REFUSED': {
    status: 500,
    en: [
      'The machine refused a command of the file: {message}.',
      'Look at the part, clear the bed, and slice the file for this machine.',
    ],
    fr: [
      'La machine a refusé une commande du fichier : {message}.',
      'Regardez la pièce, videz le plateau, et tranchez le fichier pour cette machine.',
    ],
  },
  'MACHINE.LOCKED': {
    status: 409,
    en: [
      'The machine is locked and refuses every command: {message}.',
      'Unlock it on its own screen, or with M511 and its password; then look at the part, clear the bed and print again.',
    ],
    fr: [
      'La machine est verrouillée et refuse toute commande : {message}.',
      'Déverrouillez-la sur son écran, ou par M511 et son mot de passe ; puis regardez la pièce, videz le plateau et relancez.',
    ],
  },
  'MACHINE.EXTRUSION_PREVENTED': {
    status: 500,
    en: [
      'The machine refused to extrude {millimetres} mm of filament: {message}.',
      'Look at the part: plastic is missing. Slice the file with the right temperatures for this machine, and heat before printing.',
    ],
    fr: [
      'La machine a refusé d’extruder {millimetres} mm de filament : {message}.',
      'Regardez la pièce : il manque de la matière. Tranchez le fichier avec les bonnes températures pour cette machine, et chauffez avant d’imprimer.',
    ],
  },
  'MACHINE.COMMANDS_IGNORED': {
    status: 500,
    en: [
      'The machine skipped moves or tool changes of the file ({count}): it does not know them.',
      'Look at the part, and slice the file for this machine: without arcs, and for the tools that it has.',
    ],
    fr: [
      'La machine a ignoré des mouvements ou changements d’outil du fichier ({count}) : elle ne les connaît pas.',
      'Regardez la pièce, et tranchez le fichier pour cette machine : sans arcs, et pour les outils qu’elle a.',
    ],
  },
  'MACHINE.TROUBLE_REPORTED': {
    status: 500,
    en: [
      'The machine reported a problem during the run: {message}.',
      'Look at the part and at the machine before you print again.',
    ],
    fr: [
      'La machine a signalé un problème pendant la tentative : {message}.',
      'Regardez la pièce et la machine avant de relancer une impression.',
    ],
  },
  'MACHINE.FILE_LOST': {
    status: 500,
    en: [
      'The file could no longer be read during the run: {reason}.',
      'Check the disk where the file is, clear the bed, then print again.',
    ],
    fr: [
      'Le fichier n’a plus pu être lu pendant la tentative : {reason}.',
      'Vérifiez le disque qui le contient, videz le plateau, puis relancez.',
    ],
  },
  'MACHINE.STREAM_CRASHED': {
    status: 500,
    en: [
      'PandaFab failed while it sent the file: {reason}.',
      'Clear the bed, then print again; please send the run’s transcript to the people who develop PandaFab: this is a bug.',
    ],
    fr: [
      'PandaFab a échoué en envoyant le fichier : {reason}.',
      'Videz le plateau, puis relancez ; envoyez le relevé des échanges de la tentative aux personnes qui développent PandaFab : c’est une erreur du logiciel.',
    ],
  },
  'MACHINE.QUESTION_CHANGED': {
    status: 409,
    en: [
      'The machine now asks something else: no button was pressed.',
      'Read what the machine shows now, then answer that.',
    ],
    fr: [
      'La machine demande maintenant autre chose : aucun bouton n’a été pressé.',
      'Lisez ce que la machine affiche maintenant, puis répondez-y.',
    ],
  },
  'MACHINE.ASKS_NOTHING': {
    status: 409,
    en: [
      'The machine asks nothing now, or has no button {button}.',
      'Read again what the machine shows: its question was answered, or has changed.',
    ],
    fr: [
      'La machine ne demande rien pour l’instant, ou n’a pas de bouton {button}.',
      'Relisez ce que la machine affiche : sa question a reçu une réponse, ou a changé.',
    ],
  },
  'MACHINE.HEATERS_UNCONFIRMED': {
    status: 500,
    en: ['The machine did not confirm that its heaters are off.', 'Go to the machine and switch it off.'],
    fr: ['La machine n’a pas confirmé que sa chauffe est coupée.', 'Allez à la machine et éteignez-la.'],
  },
  'MACHINE.FAULTS_INVALID': {
    status: 422,
    en: [
      '“{part}” is not a fault that a virtual machine knows.',
      'Choose from: {known}; join several with commas.',
    ],
    fr: [
      '« {part} » n’est pas un défaut que connaît une machine virtuelle.',
      'Choisissez parmi : {known} ; séparez-en plusieurs par des virgules.',
    ],
  },
});
