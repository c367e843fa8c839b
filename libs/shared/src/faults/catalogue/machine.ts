import { entries } from '../entry';

/** Machines, their firmware and the line to them. */
export const machineFaults = entries({
  'MACHINE.UNKNOWN_PROFILE': {
    status: 422,
    en: ['There is no firmware profile “{id}”.', 'Choose one of: {known}.'],
    fr: ['Il n’y a pas de profil de firmware « {id} ».', 'Choisissez parmi : {known}.'],
  },
  'MACHINE.UNKNOWN_KIND': {
    status: 422,
    en: ['There is no kind of machine “{kind}”.', 'Choose one of: {known}.'],
    fr: ['Le type de machine « {kind} » n’existe pas.', 'Choisissez parmi : {known}.'],
  },
  'MACHINE.KIND_TAKEN': {
    status: 409,
    en: ['There is already a kind of machine “{kind}”.', 'Choose another code, or change that kind.'],
    fr: [
      'Le type de machine « {kind} » existe déjà.',
      'Choisissez un autre code, ou modifiez ce type de machine.',
    ],
  },
  'MACHINE.PROFILE_INVALID': {
    status: 500,
    en: [
      'The firmware profile {file} is not valid: {reason}.',
      'Correct it; firmware-profiles/README.md explains each field.',
    ],
    fr: [
      'Le profil de firmware {file} n’est pas valide : {reason}.',
      'Corrigez-le ; firmware-profiles/README.md explique chaque champ.',
    ],
  },
  'MACHINE.CREDENTIALS_AGAIN': {
    status: 422,
    en: [
      'This address leads to another host than before, which is not told the kept user name and password.',
      'Give the credentials of the new host with the address, or null where it asks for none.',
    ],
    fr: [
      'Cette adresse mène à un autre hôte : l’identifiant et le mot de passe conservés ne lui sont pas transmis.',
      'Donnez avec l’adresse les identifiants du nouvel hôte, ou null s’il n’en demande pas.',
    ],
  },
  'MACHINE.CREDENTIALS_UNUSED': {
    status: 422,
    en: [
      'Only a machine with an mqtt:// or mqtts:// address has a user name and a password.',
      'Leave the credentials out, or correct the address.',
    ],
    fr: [
      'Seule une machine dont l’adresse est en mqtt:// ou mqtts:// a un identifiant et un mot de passe.',
      'N’indiquez pas d’identifiants, ou corrigez l’adresse.',
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
      'Plug the machine in and switch it on; /dev/serial/by-id shows the names that stay the same.',
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
      'Vérifiez que vous y avez droit (sous Linux : le groupe dialout) et que la vitesse existe.',
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
      'The broker at {address} shows a certificate that is not trusted: {reason}.',
      'Name the file of its authority at the end of the address (?ca=/path/ca.crt), or renew the certificate.',
    ],
    fr: [
      'Le broker à {address} présente un certificat qui n’est pas digne de confiance : {reason}.',
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
      'Vérifiez la vitesse et le profil de firmware, puis éteignez et rallumez la machine.',
    ],
  },
  'MACHINE.NOT_READY': {
    status: 409,
    en: [
      'The machine is {connection}, so it cannot do that now.',
      'Wait until it is ready, or connect it again.',
    ],
    fr: [
      'La machine est dans l’état « {connection} » et ne peut pas faire cela maintenant.',
      'Attendez qu’elle soit prête, ou connectez-la de nouveau.',
    ],
  },
  'MACHINE.RESET_MID_RUN': {
    status: 500,
    en: [
      'The machine restarted during the run, after {lines} acknowledged lines.',
      'Look for a power or cable fault, clear the bed, then print again.',
    ],
    fr: [
      'La machine a redémarré pendant le passage, après {lines} lignes confirmées.',
      'Cherchez un défaut d’alimentation ou de câble, videz le plateau, puis relancez.',
    ],
  },
  'MACHINE.HALTED': {
    status: 500,
    en: [
      'The machine stopped itself: {message}.',
      'Read its message, mend the cause, then switch it off and on: it is there again by itself.',
    ],
    fr: [
      'La machine s’est arrêtée d’elle-même : {message}.',
      'Lisez son message, réparez la cause, puis éteignez-la et rallumez-la : elle revient d’elle-même.',
    ],
  },
  'MACHINE.SHUT_DOWN': {
    status: 409,
    en: [
      'The firmware has shut down: {message}.',
      'Mend the cause that it names, then send it {command}: the machine is there again by itself.',
    ],
    fr: [
      'Le firmware s’est arrêté : {message}.',
      'Réparez la cause qu’il indique, puis envoyez-lui {command} : la machine revient d’elle-même.',
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
      'Plug the cable in again and switch the heaters off at the machine if it does not come back.',
    ],
    fr: [
      'La liaison avec la machine est perdue : {reason}.',
      'Rebranchez le câble, et coupez la chauffe sur la machine si elle ne revient pas.',
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
      'La liaison est perturbée : câble court et blindé, loin des moteurs, ou vitesse plus basse.',
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
      'The machine does not check line numbers, so nobody can say whether line {line} was carried out.',
      'Look at the part, clear the bed, and check the cable before printing again.',
    ],
    fr: [
      'La machine ne vérifie pas les numéros de ligne : nul ne peut dire si la ligne {line} a été exécutée.',
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
      'Regardez la pièce, videz le plateau, et découpez le fichier pour cette machine.',
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
      'The machine kept {millimetres} mm of filament from moving: {message}.',
      'Look at the part: plastic is missing. Slice the file with the right temperatures for this machine, and heat before printing.',
    ],
    fr: [
      'La machine a empêché {millimetres} mm de filament de sortir : {message}.',
      'Regardez la pièce : il manque de la matière. Découpez le fichier avec les bonnes températures pour cette machine, et chauffez avant d’imprimer.',
    ],
  },
  'MACHINE.COMMANDS_IGNORED': {
    status: 500,
    en: [
      'The machine left out moves or tool changes of the file ({count}): it does not know them.',
      'Look at the part, and slice the file for this machine: without arcs, and for the tools that it has.',
    ],
    fr: [
      'La machine a laissé de côté des mouvements ou changements d’outil du fichier ({count}) : elle ne les connaît pas.',
      'Regardez la pièce, et découpez le fichier pour cette machine : sans arcs, et pour les outils qu’elle a.',
    ],
  },
  'MACHINE.TROUBLE_REPORTED': {
    status: 500,
    en: [
      'The machine reported a trouble during the run: {message}.',
      'Look at the part and at the machine before you print again.',
    ],
    fr: [
      'La machine a signalé un problème pendant le passage : {message}.',
      'Regardez la pièce et la machine avant de relancer une impression.',
    ],
  },
  'MACHINE.FILE_LOST': {
    status: 500,
    en: [
      'The file could no longer be read during the run: {reason}.',
      'Check the disk that holds it, clear the bed, then print again.',
    ],
    fr: [
      'Le fichier n’a plus pu être lu pendant le passage : {reason}.',
      'Vérifiez le disque qui le contient, videz le plateau, puis relancez.',
    ],
  },
  'MACHINE.STREAM_CRASHED': {
    status: 500,
    en: [
      'This software failed while it sent the file: {reason}.',
      'Clear the bed, then print again; please report the run’s transcript, the fault is ours.',
    ],
    fr: [
      'Ce logiciel a échoué en envoyant le fichier : {reason}.',
      'Videz le plateau, puis relancez ; signalez le relevé du passage, la faute est nôtre.',
    ],
  },
  'MACHINE.BED_CHANGED': {
    status: 409,
    en: [
      'Another part lies on the bed by now than the one that you took off.',
      'Look at the machine again, and confirm what lies there now.',
    ],
    fr: [
      'Une autre pièce se trouve maintenant sur le plateau que celle que vous avez retirée.',
      'Regardez de nouveau la machine, puis confirmez ce qui s’y trouve.',
    ],
  },
  'MACHINE.QUESTION_CHANGED': {
    status: 409,
    en: [
      'The machine asks something else by now: no button was pressed.',
      'Read what the machine shows now, then answer that.',
    ],
    fr: [
      'La machine demande autre chose entre-temps : aucun bouton n’a été pressé.',
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
  'MACHINE.UNKNOWN': {
    status: 404,
    en: ['There is no such machine.', 'Choose one from its lab’s list.'],
    fr: ['Cette machine n’existe pas.', 'Choisissez-en une dans la liste de son lab.'],
  },
  'MACHINE.NOTHING_TO_ALLOW': {
    status: 422,
    en: [
      'The guard of this machine has nothing against {command}.',
      'Take the name from what the check has found in the file that waits: it stands beside “allow”.',
    ],
    fr: [
      'La garde de cette machine n’a rien contre {command}.',
      'Reprenez le nom dans ce que la vérification a trouvé dans le fichier qui attend : il figure à côté de « autoriser ».',
    ],
  },
  'MACHINE.NEVER_ALLOWED': {
    status: 422,
    en: [
      '{command} is allowed on no machine: no print needs it, nobody can read it, or a limit of the machine stands for it.',
      'Correct the file; where a limit is too low for this machine (heat, where an axis begins), change the limit.',
    ],
    fr: [
      '{command} n’est autorisée sur aucune machine : aucune impression n’en a besoin, personne ne peut la lire, ou une limite de la machine en tient lieu.',
      'Corrigez le fichier ; si une limite est trop basse pour cette machine (température, début d’un axe), changez la limite.',
    ],
  },
  'MACHINE.ALLOWED_ALREADY': {
    status: 409,
    en: ['{command} is allowed on this machine already.', 'Reload the list of what is allowed.'],
    fr: ['{command} est déjà autorisée sur cette machine.', 'Rechargez la liste de ce qui est autorisé.'],
  },
  'MACHINE.ALLOWANCE_UNKNOWN': {
    status: 404,
    en: ['There is no such permission on this machine.', 'Choose one from the machine’s list.'],
    fr: [
      'Cette autorisation n’existe pas sur cette machine.',
      'Choisissez-en une dans la liste de la machine.',
    ],
  },
  'MACHINE.FAULTS_INVALID': {
    status: 422,
    en: [
      '“{part}” is no fault that a virtual machine knows.',
      'Choose from: {known}; join several with commas.',
    ],
    fr: [
      '« {part} » n’est pas un défaut que connaît une machine virtuelle.',
      'Choisissez parmi : {known} ; séparez-en plusieurs par des virgules.',
    ],
  },
  'MACHINE.SPOOL_UNSAID': {
    status: 409,
    en: [
      'The machine waits for other filament, and nobody has said which spool is on now.',
      'Choose the spool that is on the machine (the same one, if it is the same), then let it go on.',
    ],
    fr: [
      'La machine attend un autre filament, et personne n’a dit quelle bobine est en place.',
      'Choisissez la bobine qui est sur la machine (la même, si c’est la même), puis faites continuer.',
    ],
  },
  'MACHINE.RUN_UNSEEN': {
    status: 503,
    en: [
      'The lab’s computer does not say how far the print is, so its filament cannot be divided between two spools.',
      'See to the lab’s computer and its network; say which spool is on once it is connected again.',
    ],
    fr: [
      'L’ordinateur du lab ne dit pas où en est l’impression : son filament ne peut pas être réparti entre deux bobines.',
      'Voyez l’ordinateur du lab et son réseau ; indiquez la bobine dès qu’il est de nouveau connecté.',
    ],
  },
  'MACHINE.NOT_VIRTUAL': {
    status: 409,
    en: [
      'Only a virtual machine can be switched off and on from here.',
      'Go to the machine, switch it off and on at its own switch, then reconnect it.',
    ],
    fr: [
      'Seule une machine virtuelle s’éteint et se rallume d’ici.',
      'Allez à la machine, éteignez-la et rallumez-la à son interrupteur, puis reconnectez-la.',
    ],
  },
});
