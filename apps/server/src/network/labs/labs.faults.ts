import type { ServerFaults } from '../../platform/kit/faults';

export const labsFaults = {
  'LAB.UNKNOWN': {
    status: 404,
    en: ['There is no such lab.', 'Choose one of the network’s labs.'],
    fr: ['Ce lab n’existe pas.', 'Choisissez un des labs du réseau.'],
  },
  'LAB.REGISTRATION_NEEDS_MAIL': {
    status: 409,
    en: [
      'Members cannot register online, because this service sends no mail.',
      'An administrator can set SMTP_URL and MAIL_FROM and restart the service. Until then the staff can invite people.',
    ],
    fr: [
      'L’inscription en ligne est impossible : ce service n’envoie pas de courriel.',
      'Une personne qui administre le service doit renseigner SMTP_URL et MAIL_FROM, puis le redémarrer. D’ici là, l’équipe peut inviter des personnes.',
    ],
  },
  'LAB.AGENT_OFFLINE': {
    status: 503,
    en: [
      'The lab’s computer is not connected, so the command cannot reach the machine.',
      'Go to the machine to stop or start it, and check the lab’s computer and network.',
    ],
    fr: [
      'L’ordinateur du lab n’est pas connecté : la commande ne peut pas atteindre la machine.',
      'Allez à la machine pour l’arrêter ou la relancer, et vérifiez l’ordinateur et le réseau du lab.',
    ],
  },
  'LAB.HOLD_CHANGED': {
    status: 409,
    en: [
      'Another person has resumed the lab’s queue, or the queue was put on hold for another reason.',
      'Reload the page, then check the machines again.',
    ],
    fr: [
      'Une autre personne a relancé la file du lab, ou la file a été suspendue pour une autre raison.',
      'Rechargez la page, puis vérifiez de nouveau les machines.',
    ],
  },
} satisfies ServerFaults;
