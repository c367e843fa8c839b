import type { MailTemplates } from '../../platform/mail/mail-template';

/** Subject and text come from the settings of reminders: they are in the mail's data. */
export const reminderMails = {
  reminder: {
    fr: { subject: '{subject}', before: ['{text}'], after: [], isPersonal: true },
    en: { subject: '{subject}', before: ['{text}'], after: [], isPersonal: true },
  },
} as const satisfies MailTemplates;

declare module '../../platform/mail/mail-template' {
  interface MailNames extends Record<keyof typeof reminderMails, true> {}
}
