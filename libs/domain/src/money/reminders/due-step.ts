import type { PaperDay } from '../paper';
import { daysBetween } from '../receivables/aged-balance';

/** The steps of reminding, in their order. */
export const REMINDER_STEPS = ['friendly', 'firm', 'formal'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

/** How a reminder reaches the client. */
export const REMINDER_WAYS = ['mail', 'letter'] as const;
export type ReminderWay = (typeof REMINDER_WAYS)[number];

/** When a step is due. */
export interface StepTiming {
  readonly step: ReminderStep;
  /** Days after the day on which the document was due. */
  readonly afterDays: number;
}

export interface SentStep {
  readonly step: ReminderStep;
  readonly day: PaperDay;
}

export interface Reminded {
  readonly dueOn: PaperDay | null;
  /** What is still to pay, in cents. */
  readonly openCents: number;
  /** The reminders that were sent, in any order. */
  readonly sent: readonly SentStep[];
}

const rankOf = (step: ReminderStep): number => REMINDER_STEPS.indexOf(step);

/**
 * The step of a document that is due on `today`, or null. Steps follow their order: a document that is very late begins
 * with the first one too, and no step comes twice. Between two reminders of a document are at least `leastDaysBetween`
 * days. Nothing is due for a document that is paid, not late, or was reminded with the last step.
 */
export function dueStep<Step extends StepTiming>(
  { dueOn, openCents, sent }: Reminded,
  { steps, leastDaysBetween }: { readonly steps: readonly Step[]; readonly leastDaysBetween: number },
  today: PaperDay,
): Step | null {
  if (openCents <= 0 || dueOn === null || dueOn >= today) return null;
  const last = Math.max(-1, ...sent.map(({ step }) => rankOf(step)));
  const next = [...steps]
    .sort((a, b) => rankOf(a.step) - rankOf(b.step))
    .find(({ step }) => rankOf(step) > last);
  if (!next || daysBetween(dueOn, today) < next.afterDays) return null;
  const isSoon = sent.some(({ day }) => daysBetween(day, today) < leastDaysBetween);
  return isSoon ? null : next;
}
