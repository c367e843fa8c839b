import type { MailTemplates } from '../../platform/mail/mail-template';

/** The mail by which an administrator sees that mails of the service arrive. */
export const testMails = {
  test: {
    fr: {
      subject: 'Courriel d’essai de PandaFab',
      before: [
        'Bonjour,',
        'Vous avez demandé ce courriel d’essai dans les réglages. S’il est arrivé, le service sait envoyer des courriels.',
      ],
      link: 'Ouvrir les réglages du courriel',
      after: ['Si vous n’avez rien demandé, ne faites rien.'],
    },
    en: {
      subject: 'Test mail from PandaFab',
      before: [
        'Hello,',
        'You asked for this test mail in the settings. If it has arrived, the service can send mail.',
      ],
      link: 'Open the mail settings',
      after: ['If you asked for nothing, do nothing.'],
    },
  },
} as const satisfies MailTemplates;

declare module '../../platform/mail/mail-template' {
  interface MailNames extends Record<keyof typeof testMails, true> {}
}
