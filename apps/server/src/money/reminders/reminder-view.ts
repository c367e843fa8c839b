import { daysBetween } from '@pandafab/domain';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import type { Day } from '../kit/paris';
import type { DueReminder } from './due-reminders';
import type { Reminder } from './reminder.entities';

/** A reminder that is due, as the API shows it. */
export function viewDue({ document, client, step, sent, penalty, ...reminder }: DueReminder, today: Day) {
  const { id: documentId, number, organisationId, dueOn, grossCents, openCents } = document;
  const { address, language, subject, text } = reminder;
  return {
    ...{ documentId, number, organisationId, clientName: client.name, dueOn, grossCents, openCents },
    ...{ daysLate: daysBetween(dueOn, today), step: step.step, address, language, subject, text },
    way: address === null ? ('letter' as const) : ('mail' as const),
    ...{ penaltyCents: penalty?.penaltyCents ?? null, indemnityCents: penalty?.indemnityCents ?? null },
    last: sent.at(-1) ?? null,
  };
}

/** A reminder that was sent, as the API shows it. */
export function viewSent({ id, documentId, step, day, way, address, subject, text, ...reminder }: Reminder) {
  const { openCents, penaltyCents, indemnityCents, at, result, failure, settledAt } = reminder;
  return {
    ...{ id, documentId, step, day, way, address, subject, text, openCents, penaltyCents, indemnityCents },
    ...{ at: toIso(at), result, failure, settledAt: toIsoOrNull(settledAt) },
  };
}
