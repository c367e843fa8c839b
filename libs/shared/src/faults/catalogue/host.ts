import { entries } from '../entry';

/** The computer this runs on, its programs and its services. */
export const hostFaults = entries({
  'HOST.DISK_NEARLY_FULL': {
    status: 507,
    en: [
      'Only {freeMb} MB are free on the service’s disk.',
      'Free some space before it is full: then nothing more is accepted. The warning comes below {limitMb} MB.',
    ],
    fr: [
      'Il ne reste que {freeMb} Mo sur le disque du service.',
      'Libérez de la place avant qu’il ne soit plein : plus rien n’est accepté alors. L’avertissement vient sous {limitMb} Mo.',
    ],
  },
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
      'Start it, or correct MQTT_URL. Labs print on, and report when it is back.',
    ],
    fr: [
      'Le serveur MQTT ne répond pas à {url}.',
      'Démarrez-le, ou corrigez MQTT_URL. Les labs continuent d’imprimer, et rendront compte à son retour.',
    ],
  },
  'HOST.CERTIFICATE_UNUSABLE': {
    status: 500,
    en: [
      'The broker’s certificate or its key cannot be used: {reason}.',
      'Correct PANDAFAB_MQTT_TLS_CERT and PANDAFAB_MQTT_TLS_KEY: files in PEM, the key without a password.',
    ],
    fr: [
      'Le certificat du serveur MQTT ou sa clé sont inutilisables : {reason}.',
      'Corrigez PANDAFAB_MQTT_TLS_CERT et PANDAFAB_MQTT_TLS_KEY : fichiers PEM, clé sans mot de passe.',
    ],
  },
  'HOST.DATABASE_UNREACHABLE': {
    status: 503,
    en: [
      'The database does not take connections: {reason}.',
      'Start it, or correct DATABASE_URL, then start the service again.',
    ],
    fr: [
      'La base de données n’accepte pas de connexion : {reason}.',
      'Démarrez-la, ou corrigez DATABASE_URL, puis relancez le service.',
    ],
  },
  'HOST.PORT_TAKEN': {
    status: 500,
    en: [
      'Port {port} is already in use.',
      'Stop the program that holds it, or choose another with {variable}.',
    ],
    fr: [
      'Le port {port} est déjà pris.',
      'Arrêtez le programme qui l’occupe, ou choisissez-en un autre avec {variable}.',
    ],
  },
  'HOST.PROGRAM_MISSING': {
    status: 500,
    en: [
      'The program {program} is needed and not installed.',
      'Install it, on Debian or Ubuntu with: {line}',
    ],
    fr: [
      'Le programme {program} est nécessaire et n’est pas installé.',
      'Installez-le, sous Debian ou Ubuntu avec : {line}',
    ],
  },
});
