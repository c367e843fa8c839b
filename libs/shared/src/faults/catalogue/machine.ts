import { entries } from '../entry';

/** Machines, their firmware and the line to them. */
export const machineFaults = entries({
  'MACHINE.UNKNOWN_PROFILE': {
    status: 422,
    en: ['There is no firmware profile “{id}”.', 'Choose one of: {known}.'],
    fr: ['Il n’y a pas de profil de firmware « {id} ».', 'Choisissez parmi : {known}.'],
  },
});
