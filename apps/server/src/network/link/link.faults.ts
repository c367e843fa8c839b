import type { ServerFaults } from '../../platform/kit/faults';

export const linkFaults = {
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
} satisfies ServerFaults;
