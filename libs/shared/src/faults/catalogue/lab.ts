import { entries } from '../entry';

/** Labs, their agents and the link between agent and server. */
export const labFaults = entries({
  'LAB.UNKNOWN': {
    status: 404,
    en: ['There is no such lab.', 'Choose one of the network’s labs.'],
    fr: ['Ce lab n’existe pas.', 'Choisissez un des labs du réseau.'],
  },
  'LAB.REGISTRATION_NEEDS_MAIL': {
    status: 409,
    en: [
      'People cannot register by themselves: this service sends no mail.',
      'An administrator sets SMTP_URL and MAIL_FROM and starts the service again. Until then the staff invite people.',
    ],
    fr: [
      'On ne peut pas s’inscrire soi-même : ce service n’envoie pas de courrier électronique.',
      'Une personne qui administre le service renseigne SMTP_URL et MAIL_FROM, puis le redémarre. D’ici là, l’équipe invite les personnes.',
    ],
  },
  'LAB.AGENT_OFFLINE': {
    status: 503,
    en: [
      'The lab’s computer is not connected, so the command does not reach the machine.',
      'Go to the machine to stop or start it, and see to the lab’s computer and network.',
    ],
    fr: [
      'L’ordinateur du lab n’est pas connecté : la commande n’atteint pas la machine.',
      'Allez à la machine pour l’arrêter ou la relancer, et voyez l’ordinateur et le réseau du lab.',
    ],
  },
  'LAB.GUARD_UNKNOWN': {
    status: 409,
    en: [
      'The server holds files against rules that the lab’s agent is too old to read; nothing was sent to the machine.',
      'Update the agent on the lab’s computer, then print again.',
    ],
    fr: [
      'Le serveur contrôle les fichiers avec des règles que l’agent du lab est trop ancien pour lire ; rien n’a été envoyé à la machine.',
      'Mettez à jour l’agent sur l’ordinateur du lab, puis relancez.',
    ],
  },
  'LAB.ENROLMENT_CODE_INVALID': {
    status: 403,
    en: [
      'This enrolment code opens nothing: it is mistyped, used, replaced or older than a day.',
      'Check what you typed, or ask an administrator for a new code.',
    ],
    fr: [
      'Ce code d’enrôlement n’ouvre rien : il est mal saisi, déjà utilisé, remplacé ou vieux de plus d’un jour.',
      'Vérifiez votre saisie, ou demandez un nouveau code à l’administration.',
    ],
  },
  'LAB.ALREADY_ENROLLED': {
    status: 409,
    en: [
      'This computer is a lab’s agent already ({path}).',
      'Say --replace if it is to become another’s, or the same one’s anew.',
    ],
    fr: [
      'Cet ordinateur est déjà l’agent d’un lab ({path}).',
      'Précisez --replace s’il doit devenir celui d’un autre, ou le redevenir.',
    ],
  },
  'LAB.SERVER_UNREACHABLE': {
    status: 502,
    en: [
      'The server at {url} does not answer ({reason}).',
      'Check the address and the network, then try again: the code is still good.',
    ],
    fr: [
      'Le serveur à {url} ne répond pas ({reason}).',
      'Vérifiez l’adresse et le réseau, puis réessayez : le code reste valable.',
    ],
  },
  'LAB.AGENT_IDENTITY_IN_USE': {
    status: 409,
    en: [
      'Another agent already holds this lab’s identity.',
      'Stop the other one; if this computer replaces it, start the agent with --take-over.',
    ],
    fr: [
      'Un autre agent porte déjà l’identité de ce lab.',
      'Arrêtez l’autre ; si cet ordinateur le remplace, démarrez l’agent avec --take-over.',
    ],
  },
  'LAB.AGENT_REPLACED': {
    status: 409,
    en: [
      'Another computer took over this lab while the run was going on.',
      'Look at the machine, clear the bed, then decide whether to print again.',
    ],
    fr: [
      'Un autre ordinateur a pris la place de l’agent du lab pendant le passage.',
      'Regardez la machine, videz le plateau, puis décidez s’il faut relancer.',
    ],
  },
  'LAB.JOURNAL_IN_USE': {
    status: 409,
    en: [
      'Another agent is already running with the data directory {directory}.',
      'Stop it first, or give this one its own PANDAFAB_AGENT_DATA_DIR.',
    ],
    fr: [
      'Un autre agent tourne déjà avec le répertoire de données {directory}.',
      'Arrêtez-le d’abord, ou donnez à celui-ci son propre PANDAFAB_AGENT_DATA_DIR.',
    ],
  },
  'LAB.JOURNAL_BEHIND': {
    status: 409,
    en: [
      'This agent’s journal ends at event {journal}, but the server has applied events up to {server}: an old copy was restored.',
      'Update the agent: a later version goes on by itself. Or move its data directory away and start it once with --take-over.',
    ],
    fr: [
      'Le journal de cet agent s’arrête à l’événement {journal}, mais le serveur en a appliqué jusqu’au {server} : une ancienne copie a été restaurée.',
      'Mettez l’agent à jour : une version plus récente continue d’elle-même. Sinon, déplacez son répertoire de données et démarrez-le une fois avec --take-over.',
    ],
  },
  'LAB.JOURNAL_RESTORED': {
    status: 409,
    en: [
      'The journal of the lab’s agent was put back to an earlier state: it does not know everything that it printed.',
      'Look at each machine, clear its bed, then let the lab’s queue go on. Whether to print again is yours to decide.',
    ],
    fr: [
      'Le journal de l’agent du lab est revenu à un état antérieur : il ne sait plus tout ce qu’il a imprimé.',
      'Regardez chaque machine, videz son plateau, puis relancez la file du lab. À vous de décider s’il faut réimprimer.',
    ],
  },
  'LAB.SERVER_RESTORED': {
    status: 409,
    en: [
      'The server’s database was put back to an earlier state: it does not know everything that the lab printed since.',
      'Look at each machine, clear its bed, then let the lab’s queue go on. Whether to print again is yours to decide.',
    ],
    fr: [
      'La base de données du serveur est revenue à un état antérieur : elle ne sait plus tout ce que le lab a imprimé depuis.',
      'Regardez chaque machine, videz son plateau, puis relancez la file du lab. À vous de décider s’il faut réimprimer.',
    ],
  },
  'LAB.RUN_WITHDRAWN': {
    status: 409,
    en: [
      'The server no longer expects this run: it was not begun.',
      'Look at the machine; if the part is still wanted, make the job again.',
    ],
    fr: [
      'Le serveur n’attend plus ce passage : il n’a pas été commencé.',
      'Regardez la machine ; si la pièce est toujours voulue, relancez le travail.',
    ],
  },
  'LAB.HOLD_CHANGED': {
    status: 409,
    en: [
      'Meanwhile the lab’s queue was let go on, or is held for another reason.',
      'Load the page again, and look at the machines once more.',
    ],
    fr: [
      'Entre-temps, la file du lab a été relancée, ou elle est retenue pour une autre raison.',
      'Rechargez la page, puis regardez de nouveau les machines.',
    ],
  },
  'LAB.SERVER_BEHIND': {
    status: 409,
    en: [
      'The server welcomes this agent in epoch {server}, but its journal is already in epoch {journal}: the server was restored from an old copy, or is another one.',
      'Check PANDAFAB_SERVER_URL; if it is right, move the agent’s data directory away and start it once with --take-over.',
    ],
    fr: [
      'Le serveur accueille cet agent à l’époque {server}, mais son journal est déjà à l’époque {journal} : le serveur a été restauré d’une ancienne copie, ou c’en est un autre.',
      'Vérifiez PANDAFAB_SERVER_URL ; s’il est juste, déplacez le répertoire de données de l’agent et démarrez-le une fois avec --take-over.',
    ],
  },
  'LAB.TOO_MANY_WATCHING': {
    status: 429,
    en: [
      'This account watches {most} labs at once already.',
      'Close pages that show a lab live, then load this one again.',
    ],
    fr: [
      'Ce compte suit déjà {most} labs à la fois.',
      'Fermez des pages qui montrent un lab en direct, puis rechargez celle-ci.',
    ],
  },
  'LAB.JOURNAL_UNWRITABLE': {
    status: 500,
    en: [
      'The agent cannot write in {directory}: {reason}.',
      'Make room on the disk, or let this user write there; then start the agent again. Nothing it had noted is lost.',
    ],
    fr: [
      'L’agent ne peut pas écrire dans {directory} : {reason}.',
      'Faites de la place sur le disque, ou donnez le droit d’y écrire, puis relancez l’agent. Rien de noté n’est perdu.',
    ],
  },
  'LAB.SECRET_SET_BY_HAND': {
    status: 409,
    en: [
      'The server wants this agent to have another secret, but its secret is set in the environment.',
      'Have one made (POST /api/v1/labs/LAB/agent), set it in PANDAFAB_AGENT_SECRET, and start the agent again.',
    ],
    fr: [
      'Le serveur demande à cet agent de changer de secret, mais il est défini dans l’environnement.',
      'Faites-en créer un (POST /api/v1/labs/LAB/agent), mettez-le dans PANDAFAB_AGENT_SECRET, puis relancez l’agent.',
    ],
  },
  'LAB.SECRET_REFUSED': {
    status: 401,
    en: [
      'This agent’s id and secret are not accepted: they were replaced or revoked, or are not written right.',
      'Ask an administrator for a code and enrol this computer again, or correct PANDAFAB_AGENT_ID and PANDAFAB_AGENT_SECRET.',
    ],
    fr: [
      'L’identifiant et le secret de cet agent ne sont pas acceptés : remplacés, révoqués ou mal écrits.',
      'Demandez un code à un administrateur et inscrivez de nouveau cet ordinateur, ou corrigez PANDAFAB_AGENT_ID et PANDAFAB_AGENT_SECRET.',
    ],
  },
  'LAB.AGENT_RESTARTED': {
    status: 500,
    en: [
      'The lab’s computer or its agent stopped during the run.',
      'Look at the machine, clear the bed, then decide whether to print again.',
    ],
    fr: [
      'L’ordinateur du lab, ou son agent, s’est arrêté pendant le passage.',
      'Regardez la machine, videz le plateau, puis décidez s’il faut relancer.',
    ],
  },
  'LAB.AGENT_STOPPED': {
    status: 500,
    en: [
      'The lab’s agent was told to stop during the run, and ended it with the heaters off.',
      'Start the agent again, clear the bed, then decide whether to print again.',
    ],
    fr: [
      'L’agent du lab a reçu l’ordre de s’arrêter pendant le passage, et l’a terminé, chauffe coupée.',
      'Redémarrez l’agent, videz le plateau, puis décidez s’il faut relancer.',
    ],
  },
  'LAB.AGENT_FAILED': {
    status: 500,
    en: [
      'The lab’s agent could not carry out the run: {reason}.',
      'Look into the agent’s log on the lab’s computer, then print again.',
    ],
    fr: [
      'L’agent du lab n’a pas pu mener le passage : {reason}.',
      'Regardez le journal de l’agent sur l’ordinateur du lab, puis relancez.',
    ],
  },
  'LAB.MACHINE_UNKNOWN': {
    status: 409,
    en: [
      'The lab’s agent does not know this machine.',
      'Check the machine’s lab and connection, then print again.',
    ],
    fr: [
      'L’agent du lab ne connaît pas cette machine.',
      'Vérifiez le lab et la connexion de la machine, puis relancez.',
    ],
  },
  'LAB.MACHINE_BUSY': {
    status: 409,
    en: [
      'The machine was still busy with another run after {seconds} s.',
      'Wait until that run has ended, then print again.',
    ],
    fr: [
      'La machine était encore occupée par un autre passage après {seconds} s.',
      'Attendez que ce passage soit terminé, puis relancez.',
    ],
  },
  'LAB.FILE_DAMAGED': {
    status: 502,
    en: [
      'The file arrived at the lab damaged {attempts} times: its SHA-256 is not the expected one.',
      'Check the disk of the server and of the lab’s computer, then send the file again.',
    ],
    fr: [
      'Le fichier est arrivé abîmé au lab {attempts} fois : son SHA-256 n’est pas celui attendu.',
      'Vérifiez le disque du serveur et celui de l’ordinateur du lab, puis envoyez de nouveau le fichier.',
    ],
  },
  'LAB.FILE_REFUSED': {
    status: 502,
    en: [
      'The server refused to give the file to the lab’s agent (HTTP {status}).',
      'Check the agent’s secret and PANDAFAB_SERVER_URL, then print again.',
    ],
    fr: [
      'Le serveur a refusé de donner le fichier à l’agent du lab (HTTP {status}).',
      'Vérifiez le secret de l’agent et PANDAFAB_SERVER_URL, puis relancez.',
    ],
  },
  'LAB.FILE_UNREACHABLE': {
    status: 504,
    en: [
      'The lab’s agent could not fetch the file for {minutes} minutes: {reason}.',
      'Check the network between lab and server, then print again.',
    ],
    fr: [
      'L’agent du lab n’a pas pu aller chercher le fichier pendant {minutes} minutes : {reason}.',
      'Vérifiez le réseau entre le lab et le serveur, puis relancez.',
    ],
  },
  'LAB.FILE_NOT_KEPT': {
    status: 507,
    en: [
      'The lab’s computer could not keep the file: {reason}.',
      'Free some space on its disk, then print again.',
    ],
    fr: [
      'L’ordinateur du lab n’a pas pu garder le fichier : {reason}.',
      'Libérez de la place sur son disque, puis relancez.',
    ],
  },
});
