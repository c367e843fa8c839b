import type { ServerFaults } from '../../platform/kit/faults';

export const machinesFaults = {
  'MACHINE.UNKNOWN_KIND': {
    status: 422,
    en: ['There is no kind of machine “{kind}”.', 'Choose one of: {known}.'],
    fr: ['Le type de machine « {kind} » n’existe pas.', 'Choisissez parmi : {known}.'],
  },
  'MACHINE.KIND_TAKEN': {
    status: 409,
    en: ['The kind of machine “{kind}” already exists.', 'Choose another code, or change that kind.'],
    fr: [
      'Le type de machine « {kind} » existe déjà.',
      'Choisissez un autre code, ou modifiez ce type de machine.',
    ],
  },
  'MACHINE.CREDENTIALS_AGAIN': {
    status: 422,
    en: [
      'This address leads to a different host. The stored user name and password are not sent to it.',
      'Give the credentials of the new host with the address, or null if it needs none.',
    ],
    fr: [
      'Cette adresse mène à un autre hôte : l’identifiant et le mot de passe conservés ne lui sont pas transmis.',
      'Indiquez avec l’adresse les identifiants du nouvel hôte, ou null s’il n’en demande pas.',
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
  'MACHINE.BED_CHANGED': {
    status: 409,
    en: [
      'There is now a different part on the bed, not the one that you removed.',
      'Check the machine again, then confirm that its bed is clear.',
    ],
    fr: [
      'Le plateau porte maintenant une autre pièce que celle que vous avez retirée.',
      'Vérifiez de nouveau la machine, puis confirmez que son plateau est libre.',
    ],
  },
  'MACHINE.UNKNOWN': {
    status: 404,
    en: ['There is no such machine.', 'Choose one from its lab’s list.'],
    fr: ['Cette machine n’existe pas.', 'Choisissez-en une dans la liste de son lab.'],
  },
  'MACHINE.NOTHING_TO_ALLOW': {
    status: 422,
    en: [
      'The guard of this machine does not block {command}.',
      'Copy the name from the findings of the waiting file: it is next to “allow”.',
    ],
    fr: [
      'Le contrôle de cette machine ne bloque pas {command}.',
      'Copiez le nom depuis le résultat du contrôle du fichier en attente : il figure à côté de « autoriser ».',
    ],
  },
  'MACHINE.NEVER_ALLOWED': {
    status: 422,
    en: [
      '{command} cannot be allowed on any machine: no print needs it, it is unreadable, or a limit of the machine covers it.',
      'Correct the file. If a limit is too low for this machine (temperature, start of an axis), change the limit.',
    ],
    fr: [
      '{command} ne peut être autorisée sur aucune machine : aucune impression n’en a besoin, elle est illisible, ou une limite de la machine la règle déjà.',
      'Corrigez le fichier ; si une limite est trop basse pour cette machine (température, début d’un axe), changez la limite.',
    ],
  },
  'MACHINE.ALLOWED_ALREADY': {
    status: 409,
    en: ['{command} is already allowed on this machine.', 'Reload the list of what is allowed.'],
    fr: ['{command} est déjà autorisée sur cette machine.', 'Rechargez la liste de ce qui est autorisé.'],
  },
  'MACHINE.ALLOWANCE_UNKNOWN': {
    status: 404,
    en: ['There is no such allowance on this machine.', 'Choose one from the machine’s list.'],
    fr: [
      'Cette autorisation n’existe pas sur cette machine.',
      'Choisissez-en une dans la liste de la machine.',
    ],
  },
  'MACHINE.RUN_UNSEEN': {
    status: 503,
    en: [
      'The lab’s computer does not report the print’s progress, so the filament cannot be divided between two spools.',
      'Check the lab’s computer and its network. Once it is connected again, say which spool is loaded.',
    ],
    fr: [
      'L’ordinateur du lab n’indique pas l’avancement de l’impression : le filament ne peut pas être réparti entre deux bobines.',
      'Vérifiez l’ordinateur du lab et son réseau. Dès qu’il est de nouveau connecté, indiquez la bobine en place.',
    ],
  },
  'MACHINE.NOT_VIRTUAL': {
    status: 409,
    en: [
      'Only a virtual machine can be switched off and on from here.',
      'Go to the machine, switch it off and on at its own switch, then reconnect it.',
    ],
    fr: [
      'Seule une machine virtuelle peut être éteinte et rallumée d’ici.',
      'Allez à la machine, éteignez-la et rallumez-la à l’interrupteur, puis reconnectez-la.',
    ],
  },
  'MACHINE.RETIRED': {
    status: 409,
    en: ['This machine is retired.', 'Bring it back into service first, in the settings.'],
    fr: ['Cette machine est retirée du service.', 'Remettez-la d’abord en service, dans les réglages.'],
  },
  'MACHINE.STILL_PRINTING': {
    status: 409,
    en: [
      'This machine is printing.',
      'Wait until the print has ended, or cancel it; then retire the machine.',
    ],
    fr: [
      'Cette machine imprime.',
      'Attendez la fin de l’impression, ou annulez-la ; retirez ensuite la machine.',
    ],
  },
  'MACHINE.STOP_ON_ITS_WAY': {
    status: 409,
    en: [
      'An emergency stop has not reached this machine yet.',
      'Go to the machine, or withdraw the stop; then retire the machine.',
    ],
    fr: [
      'Un arrêt d’urgence n’est pas encore arrivé à cette machine.',
      'Allez à la machine, ou retirez l’arrêt ; retirez ensuite la machine du service.',
    ],
  },
} satisfies ServerFaults;
