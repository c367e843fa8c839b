import { entries } from '../entry';

/** Spools and the material ledger. */
export const materialFaults = entries({
  'MATERIAL.SPOOL_IN_USE': {
    status: 409,
    en: ['This spool is on the machine {machine}.', 'Unload it there first.'],
    fr: ['Cette bobine est sur la machine {machine}.', 'Déchargez-la d’abord.'],
  },
});
