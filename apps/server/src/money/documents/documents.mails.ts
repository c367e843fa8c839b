import type { MailTemplates } from '../../platform/mail/mail-template';

/** Staff wrote subject and text: they are in the mail's data. */
export const documentMails = {
  document: {
    fr: { subject: '{subject}', before: ['{text}'], after: [], isPersonal: true },
    en: { subject: '{subject}', before: ['{text}'], after: [], isPersonal: true },
  },
} as const satisfies MailTemplates;

declare module '../../platform/mail/mail-template' {
  interface MailNames extends Record<keyof typeof documentMails, true> {}
}
