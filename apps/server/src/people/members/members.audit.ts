import type { AuditWords } from '../../platform/audit/audit-words';

export const membersAudit = {
  'member.changed': { en: 'Member changed', fr: 'Membre modifié' },
  'member.registered': { en: 'Member registered', fr: 'Membre inscrit' },
  'billing-identity.recorded': { en: 'Billing identity recorded', fr: 'Identité de facturation enregistrée' },
  'billing-identity.removed': { en: 'Billing identity removed', fr: 'Identité de facturation retirée' },
  'profile.recorded': { en: 'Statistical profile recorded', fr: 'Profil statistique enregistré' },
  'profile.removed': { en: 'Statistical profile removed', fr: 'Profil statistique retiré' },
  'residency.verified': { en: 'Residence verified', fr: 'Domicile vérifié' },
  'residency.withdrawn': {
    en: 'Verification of residence withdrawn',
    fr: 'Vérification du domicile retirée',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof membersAudit, true> {}
}
