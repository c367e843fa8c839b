import { entries } from '../entry';

/** How each wait for a machine ends that would have no end. */
export const machineWaitFaults = entries({
  'MACHINE.TEMPERATURE_UNREADABLE': {
    status: 500,
    en: [
      'The run waits for a temperature, and for {seconds} s the machine has said it in no words that are understood: “{message}”.',
      'Choose the profile of this machine’s firmware; report these words if there is none. Then clear the bed and print again.',
    ],
    fr: [
      'Le passage attend une température et, depuis {seconds} s, la machine ne la dit pas dans des mots compris : « {message} ».',
      'Choisissez le profil du firmware de cette machine ; signalez ces mots s’il n’existe pas. Videz ensuite le plateau et relancez.',
    ],
  },
  'MACHINE.HEATING_STALLED': {
    status: 500,
    en: [
      'A temperature that the run waits for came no nearer for {minutes} minutes: {celsius} °C in place of {target} °C.',
      'Check the heater, its sensor and the firmware’s highest temperature, and that nobody switched it off at the machine; then print again.',
    ],
    fr: [
      'Une température attendue par le passage n’a plus bougé pendant {minutes} minutes : {celsius} °C au lieu de {target} °C.',
      'Vérifiez la chauffe, son capteur et la température maximale du firmware, et que personne ne l’a coupée sur la machine ; puis relancez.',
    ],
  },
  'MACHINE.COMMAND_ENDLESS': {
    status: 500,
    en: [
      'The machine has been busy with one command for {minutes} minutes: {message}.',
      'Go and look at the machine, clear the bed, and find out why the command does not end before you print again.',
    ],
    fr: [
      'La machine est occupée par une seule commande depuis {minutes} minutes : {message}.',
      'Allez voir la machine, videz le plateau, et cherchez pourquoi la commande ne finit pas avant de relancer.',
    ],
  },
  'MACHINE.HELD_TOO_LONG': {
    status: 500,
    en: [
      'The machine was hot and waited for somebody for more than {minutes} minutes, and nothing sent to it ended that: it was stopped, so that its heaters are off.',
      'Go and look at the machine, switch it off and on, connect it again, clear the bed, then print again.',
    ],
    fr: [
      'La machine, chaude, attendait quelqu’un depuis plus de {minutes} minutes, et rien de ce qui lui a été envoyé n’y a mis fin : elle a été arrêtée pour couper sa chauffe.',
      'Allez voir la machine, éteignez-la, rallumez-la, reconnectez-la, videz le plateau, puis relancez.',
    ],
  },
  'MACHINE.FILE_STALLED': {
    status: 500,
    en: [
      'Nothing of the file could be read for {seconds} s during the run.',
      'Check the disk or the network that it is on, clear the bed, then print again.',
    ],
    fr: [
      'Rien du fichier n’a pu être lu pendant {seconds} s au cours du passage.',
      'Vérifiez le disque ou le réseau où il se trouve, videz le plateau, puis relancez.',
    ],
  },
});
