import type { QueueJob } from '../queues/queue-job';

/** Writes a waiting mail, and offers it to the mail server. */
export const sendMail: QueueJob<{ readonly mailId: string }> = {
  name: 'mail.send',
  lane: { name: 'mail', concurrency: 2 },
  // A mail server that restarts is tried again soon, one that delays mails for hours as long as the setting allows:
  // the step itself decides when a mail is given up.
  attempts: 100_000,
  backoffMs: 2000,
  longestBackoffMs: 15 * 60_000,
  toldAfter: 8,
  id: ({ mailId }) => `mail-${mailId}`,
  subject: ({ mailId }) => `mail-${mailId}`,
};
