import { entries } from '../entry';

/** How PandaFab ends a wait for a machine that would never end by itself. */
export const machineWaitFaults = entries({
  'MACHINE.TEMPERATURE_UNREADABLE': {
    status: 500,
    en: [
      'The run waits for a temperature, and for {seconds} s PandaFab has not understood what the machine reports: “{message}”.',
      'Choose the profile of this machine’s firmware; if there is none, report this text to the people who develop PandaFab. Then clear the bed and print again.',
    ],
    fr: [
      'La tentative attend une température et, depuis {seconds} s, PandaFab ne comprend pas ce que la machine indique : « {message} ».',
      'Choisissez le profil du micrologiciel de cette machine ; s’il n’existe pas, signalez ce texte aux personnes qui développent PandaFab. Videz ensuite le plateau et relancez.',
    ],
  },
  'MACHINE.HEATING_STALLED': {
    status: 500,
    en: [
      'The run waits for a temperature that has not come closer for {minutes} minutes: {celsius} °C instead of {target} °C.',
      'Check the heater, its sensor and the firmware’s highest temperature, and check that the heater was not switched off at the machine; then print again.',
    ],
    fr: [
      'La tentative attend une température qui ne s’est plus rapprochée depuis {minutes} minutes : {celsius} °C au lieu de {target} °C.',
      'Vérifiez la chauffe, son capteur et la température maximale du micrologiciel. Vérifiez aussi que la chauffe n’a pas été coupée sur la machine ; puis relancez.',
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
      'The machine was hot and waited for a person for more than {minutes} minutes, and no command ended the wait: PandaFab stopped the machine so that its heaters are off.',
      'Go and look at the machine, switch it off and on, connect it again, clear the bed, then print again.',
    ],
    fr: [
      'La machine, chaude, attendait une personne depuis plus de {minutes} minutes, et aucune commande n’a mis fin à l’attente : PandaFab l’a arrêtée pour couper sa chauffe.',
      'Allez voir la machine, éteignez-la, rallumez-la, reconnectez-la, videz le plateau, puis relancez.',
    ],
  },
  'MACHINE.FILE_STALLED': {
    status: 500,
    en: [
      'During the run, PandaFab could not read the file for {seconds} s.',
      'Check the disk or the network where the file is, clear the bed, then print again.',
    ],
    fr: [
      'Pendant la tentative, PandaFab n’a pas pu lire le fichier pendant {seconds} s.',
      'Vérifiez le disque ou le réseau où se trouve le fichier, videz le plateau, puis relancez.',
    ],
  },
});
