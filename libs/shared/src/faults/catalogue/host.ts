import { entries } from '../entry';

/** The computer that runs PandaFab, its programs and its services. */
export const hostFaults = entries({
  'HOST.SETTINGS_INVALID': {
    status: 500,
    en: ['Some settings are not valid: {problems}.', 'Correct these environment variables and start again.'],
    fr: [
      'Des réglages ne sont pas valables : {problems}.',
      'Corrigez ces variables d’environnement et redémarrez.',
    ],
  },
  'HOST.BROKER_UNREACHABLE': {
    status: 503,
    en: [
      'The MQTT broker does not answer at {url}.',
      'Start it, or correct MQTT_URL. Labs go on printing, and send their reports when the broker answers again.',
    ],
    fr: [
      'Le serveur MQTT ne répond pas à {url}.',
      'Démarrez-le, ou corrigez MQTT_URL. Les labs continuent d’imprimer, et enverront leurs rapports quand il répondra de nouveau.',
    ],
  },
  'HOST.PORT_TAKEN': {
    status: 500,
    en: [
      'Port {port} is already in use.',
      'Stop the program that uses it, or choose another with {variable}.',
    ],
    fr: [
      'Le port {port} est déjà pris.',
      'Arrêtez le programme qui l’occupe, ou choisissez-en un autre avec {variable}.',
    ],
  },
  'HOST.PROGRAM_MISSING': {
    status: 500,
    en: [
      'The program {program} is required but not installed.',
      'Install it, on Debian or Ubuntu with: {line}',
    ],
    fr: [
      'Le programme {program} est nécessaire et n’est pas installé.',
      'Installez-le, sous Debian ou Ubuntu avec : {line}',
    ],
  },
});
