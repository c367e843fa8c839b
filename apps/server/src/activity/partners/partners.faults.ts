import type { ServerFaults } from '../../platform/kit/faults';

export const partnersFaults = {
  'PARTNER.CHANGED': {
    status: 409,
    en: ['This partner was changed in the meantime.', 'Look at it again, then change it.'],
    fr: ['Ce partenaire a été modifié entre-temps.', 'Relisez-le, puis modifiez-le.'],
  },
} satisfies ServerFaults;
