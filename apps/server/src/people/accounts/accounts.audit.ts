import type { AuditWords } from '../../platform/audit/audit-words';

export const accountsAudit = {
  'account.disabled': { en: 'Account disabled', fr: 'Compte désactivé' },
  'account.email-changed': { en: 'Sign-in address changed', fr: 'Adresse de connexion modifiée' },
  'account.enabled': { en: 'Account enabled again', fr: 'Compte réactivé' },
  'account.invited': {
    en: 'Invitation to open an account sent',
    fr: 'Invitation à ouvrir un compte envoyée',
  },
  'account.language-changed': { en: 'Language of the pages chosen', fr: 'Langue des pages choisie' },
  'account.opened': { en: 'Account opened', fr: 'Compte ouvert' },
  'account.password-changed': { en: 'Password changed', fr: 'Mot de passe modifié' },
  'account.password-link-made': {
    en: 'Link to choose a new password created',
    fr: 'Lien pour choisir un nouveau mot de passe créé',
  },
  'account.password-reset': { en: 'Password reset', fr: 'Mot de passe réinitialisé' },
  'account.roles-changed': { en: 'Roles changed', fr: 'Rôles modifiés' },
  'account.sessions-ended': { en: 'Other sessions ended', fr: 'Autres sessions fermées' },
  'mail.undelivered': { en: 'Mail not delivered', fr: 'Courriel non remis' },
  'mail.bounced': { en: 'Mail bounced', fr: 'Courriel revenu en erreur' },
  'session.ended': { en: 'Session ended from another device', fr: 'Session fermée depuis un autre appareil' },
  'token.made': { en: 'API token created', fr: 'Jeton d’API créé' },
  'token.revoked': { en: 'API token revoked', fr: 'Jeton d’API révoqué' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof accountsAudit, true> {}
}
