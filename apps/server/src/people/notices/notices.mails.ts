import type { MailTemplates } from '../../platform/mail/mail-template';

/** Every mail about events: what it says is in its data, from the words of the kinds of notices. */
export const noticeMails = {
  notice: {
    fr: {
      subject: '{subject}',
      before: ['Bonjour,', '{lines}'],
      link: 'Ouvrir dans PandaFab',
      after: [],
      unsubscribe: 'Ne plus recevoir ces courriels (« {name} ») :',
    },
    en: {
      subject: '{subject}',
      before: ['Hello,', '{lines}'],
      link: 'Open in PandaFab',
      after: [],
      unsubscribe: 'Stop these mails (“{name}”):',
    },
  },
} as const satisfies MailTemplates;

declare module '../../platform/mail/mail-template' {
  interface MailNames extends Record<keyof typeof noticeMails, true> {}
}
