import type { ReminderStep } from '@pandafab/domain';
import { type DocumentId, Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { demandIssued, findDocument } from '../documents/find-document';
import { reductionsOf } from '../documents/reductions';
import type { Day } from '../kit/paris';
import { type DueReminder, dueReminders } from './due-reminders';
import { sentSteps } from './sent-steps';

/** A reminder as staff saw it. */
export interface WantedReminder {
  readonly documentId: DocumentId;
  readonly step: ReminderStep;
  readonly openCents: number;
}

/**
 * The reminder, if it is still due as staff saw it.
 * @throws Fault REQUEST.NOT_FOUND, DOCUMENT.IS_DRAFT, REMINDER.PAID, REMINDER.ALREADY_SENT, REMINDER.NOT_DUE,
 * REMINDER.CHANGED
 */
export async function demandDue(
  manager: EntityManager,
  { documentId, step, openCents }: WantedReminder,
  today: Day,
): Promise<DueReminder> {
  const { number, organisationId, grossCents } = demandIssued(await findDocument(manager, documentId));
  const { creditedCents, paidCents } = (await reductionsOf(manager, [documentId]))(documentId);
  const open = (grossCents ?? 0) - creditedCents - paidCents;
  if (open <= 0) throw new Fault('REMINDER.PAID', { number });
  const sent = (await sentSteps(manager, [documentId])).get(documentId) ?? [];
  if (sent.some((each) => each.step === step)) throw new Fault('REMINDER.ALREADY_SENT', { number });
  const { due } = await dueReminders(manager, today, { organisationId, documentId, most: 1 });
  const [found] = due;
  if (found?.step.step !== step) throw new Fault('REMINDER.NOT_DUE', { number });
  if (open !== openCents) throw new Fault('REMINDER.CHANGED', { number, open, shown: openCents });
  return found;
}
