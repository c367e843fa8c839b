import type { Schemas } from '../../api/client';

export type DueReminder = Schemas['DueReminder'];
export type Outcome = Schemas['ReminderOutcome'];

/** What became of the last sending, with the reminders as they were shown. */
export interface Sent {
  readonly outcomes: readonly Outcome[];
  readonly shown: readonly DueReminder[];
}

/** The reminders of one client. */
export interface ClientReminders {
  readonly organisationId: string;
  readonly clientName: string;
  readonly openCents: number;
  readonly reminders: readonly DueReminder[];
}

/** By client, in the order of the clients' names; of a client, the longest overdue first, as they come. */
export function byClient(reminders: readonly DueReminder[]): ClientReminders[] {
  const groups = new Map<string, DueReminder[]>();
  for (const reminder of reminders)
    groups.set(reminder.organisationId, [...(groups.get(reminder.organisationId) ?? []), reminder]);
  return [...groups]
    .map(([organisationId, own]) => ({
      organisationId,
      clientName: own[0]?.clientName ?? '',
      openCents: openOf(own),
      reminders: own,
    }))
    .sort((a, b) => a.clientName.localeCompare(b.clientName, 'fr'));
}

/** What is open of documents together, in cents. */
export const openOf = (reminders: readonly DueReminder[]): number =>
  reminders.reduce((sum, { openCents }) => sum + openCents, 0);

/** What the server is asked to send: with the amount that was shown, so that it can tell what has changed. */
export const askedOf = (reminders: readonly DueReminder[]) =>
  reminders.map(({ documentId, step, openCents }) => ({ documentId, step, openCents }));
