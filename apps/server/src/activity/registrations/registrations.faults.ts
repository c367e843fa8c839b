import type { ServerFaults } from '../../platform/kit/faults';

export const registrationsFaults = {
  'IMPORT.KEPT_ACTIVITY': {
    status: 409,
    en: ['The member has visited a lab, or was registered for a session.', 'Keep the member.'],
    fr: ['Le membre est venu dans un lab ou s’est inscrit à une séance.', 'Gardez le membre.'],
  },
} satisfies ServerFaults;
