import { entries } from '../entry';

/** Labs, their agents and the link between agent and server. */
export const labFaults = entries({
  'LAB.GUARD_UNKNOWN': {
    status: 409,
    en: [
      'The server checks files with rules that the lab’s agent is too old to read; the agent sent nothing to the machine.',
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
      'This enrolment code is not valid: it is mistyped, used, replaced or older than a day.',
      'Check what you typed, or ask an administrator for a new code.',
    ],
    fr: [
      'Ce code d’enrôlement n’est pas valable : il est mal saisi, déjà utilisé, remplacé ou vieux de plus d’un jour.',
      'Vérifiez votre saisie, ou demandez un nouveau code à une personne qui administre le service.',
    ],
  },
  'LAB.ALREADY_ENROLLED': {
    status: 409,
    en: [
      'This computer is already the agent of a lab ({path}).',
      'To make it the agent of another lab, or to enrol it again for the same lab, add --replace.',
    ],
    fr: [
      'Cet ordinateur est déjà l’agent d’un lab ({path}).',
      'Pour en faire l’agent d’un autre lab, ou pour l’enrôler de nouveau dans le même lab, ajoutez --replace.',
    ],
  },
  'LAB.SERVER_UNREACHABLE': {
    status: 502,
    en: [
      'The server at {url} does not answer ({reason}).',
      'Check the address and the network, then try again: the code is still valid.',
    ],
    fr: [
      'Le serveur à {url} ne répond pas ({reason}).',
      'Vérifiez l’adresse et le réseau, puis réessayez : le code reste valable.',
    ],
  },
  'LAB.AGENT_IDENTITY_IN_USE': {
    status: 409,
    en: [
      'Another agent already uses this lab’s identity.',
      'Stop the other agent; if this computer replaces it, start the agent with --take-over.',
    ],
    fr: [
      'Un autre agent utilise déjà l’identité de ce lab.',
      'Arrêtez l’autre agent ; si cet ordinateur le remplace, démarrez l’agent avec --take-over.',
    ],
  },
  'LAB.AGENT_REPLACED': {
    status: 409,
    en: [
      'Another computer took over this lab during the run.',
      'Look at the machine, clear the bed, then decide whether to print again.',
    ],
    fr: [
      'Un autre ordinateur a pris la place de l’agent du lab pendant la tentative.',
      'Regardez la machine, videz le plateau, puis décidez s’il faut relancer.',
    ],
  },
  'LAB.JOURNAL_IN_USE': {
    status: 409,
    en: [
      'Another agent is already running with the data directory {directory}.',
      'Stop it first, or give this agent its own PANDAFAB_AGENT_DATA_DIR.',
    ],
    fr: [
      'Un autre agent tourne déjà avec le répertoire de données {directory}.',
      'Arrêtez-le d’abord, ou donnez à cet agent son propre PANDAFAB_AGENT_DATA_DIR.',
    ],
  },
  'LAB.JOURNAL_BEHIND': {
    status: 409,
    en: [
      'This agent’s journal ends at event {journal}, but the server has applied events up to {server}: an old copy was restored.',
      'Update the agent: a later version continues by itself. Or move its data directory away and start it once with --take-over.',
    ],
    fr: [
      'Le journal de cet agent s’arrête à l’événement {journal}, mais le serveur en a appliqué jusqu’au {server} : une ancienne copie a été restaurée.',
      'Mettez l’agent à jour : une version plus récente continue d’elle-même. Sinon, déplacez son répertoire de données et démarrez-le une fois avec --take-over.',
    ],
  },
  'LAB.RUN_WITHDRAWN': {
    status: 409,
    en: [
      'The server no longer expects this run: the agent did not start it.',
      'Look at the machine; if you still need the part, make the job again.',
    ],
    fr: [
      'Le serveur n’attend plus cette tentative : l’agent ne l’a pas commencée.',
      'Regardez la machine ; si vous voulez toujours la pièce, relancez le travail.',
    ],
  },
  'LAB.SERVER_BEHIND': {
    status: 409,
    en: [
      'The server gives this agent epoch {server}, but the agent’s journal is already in epoch {journal}: the server was restored from an old copy, or is a different server.',
      'Check PANDAFAB_SERVER_URL; if it is right, move the agent’s data directory away and start it once with --take-over.',
    ],
    fr: [
      'Le serveur donne à cet agent l’époque {server}, mais le journal de l’agent est déjà à l’époque {journal} : le serveur a été restauré d’une ancienne copie, ou c’est un autre serveur.',
      'Vérifiez PANDAFAB_SERVER_URL ; s’il est juste, déplacez le répertoire de données de l’agent et démarrez-le une fois avec --take-over.',
    ],
  },
  'LAB.JOURNAL_UNWRITABLE': {
    status: 500,
    en: [
      'The agent cannot write in {directory}: {reason}.',
      'Free space on the disk, or let this user write there; then start the agent again. Nothing in its journal is lost.',
    ],
    fr: [
      'L’agent ne peut pas écrire dans {directory} : {reason}.',
      'Libérez de la place sur le disque, ou donnez à cet utilisateur le droit d’y écrire, puis redémarrez l’agent. Rien de son journal n’est perdu.',
    ],
  },
  'LAB.SECRET_SET_BY_HAND': {
    status: 409,
    en: [
      'The server asks this agent to change its secret, but the secret is set in the environment.',
      'Create a new secret (POST /api/v1/labs/LAB/agent), set it in PANDAFAB_AGENT_SECRET, and start the agent again.',
    ],
    fr: [
      'Le serveur demande à cet agent de changer de secret, mais le secret est défini dans l’environnement.',
      'Créez un nouveau secret (POST /api/v1/labs/LAB/agent), mettez-le dans PANDAFAB_AGENT_SECRET, puis redémarrez l’agent.',
    ],
  },
  'LAB.SECRET_REFUSED': {
    status: 401,
    en: [
      'The server does not accept this agent’s id and secret: they were replaced or revoked, or they are mistyped.',
      'Ask an administrator for a code and enrol this computer again, or correct PANDAFAB_AGENT_ID and PANDAFAB_AGENT_SECRET.',
    ],
    fr: [
      'Le serveur n’accepte pas l’identifiant et le secret de cet agent : ils ont été remplacés ou révoqués, ou ils sont mal saisis.',
      'Demandez un code à une personne qui administre le service et enrôlez de nouveau cet ordinateur, ou corrigez PANDAFAB_AGENT_ID et PANDAFAB_AGENT_SECRET.',
    ],
  },
  'LAB.AGENT_RESTARTED': {
    status: 500,
    en: [
      'The lab’s computer or its agent stopped during the run.',
      'Look at the machine, clear the bed, then decide whether to print again.',
    ],
    fr: [
      'L’ordinateur du lab, ou son agent, s’est arrêté pendant la tentative.',
      'Regardez la machine, videz le plateau, puis décidez s’il faut relancer.',
    ],
  },
  'LAB.AGENT_STOPPED': {
    status: 500,
    en: [
      'The lab’s agent was told to stop during the run: it ended the run and switched the heaters off.',
      'Start the agent again, clear the bed, then decide whether to print again.',
    ],
    fr: [
      'L’agent du lab a reçu l’ordre de s’arrêter pendant la tentative : il y a mis fin et a coupé la chauffe.',
      'Redémarrez l’agent, videz le plateau, puis décidez s’il faut relancer.',
    ],
  },
  'LAB.AGENT_FAILED': {
    status: 500,
    en: [
      'The lab’s agent could not carry out the run: {reason}.',
      'Read the agent’s log on the lab’s computer, then print again.',
    ],
    fr: [
      'L’agent du lab n’a pas pu mener la tentative : {reason}.',
      'Lisez le journal de l’agent sur l’ordinateur du lab, puis relancez.',
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
      'La machine était encore occupée par une autre tentative après {seconds} s.',
      'Attendez que cette tentative soit terminée, puis relancez.',
    ],
  },
  'LAB.FILE_DAMAGED': {
    status: 502,
    en: [
      'The file arrived damaged at the lab {attempts} times: its SHA-256 is not the expected one.',
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
