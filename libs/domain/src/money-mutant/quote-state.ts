import { soundTable } from '../transition-table';

/** A sent version never changes: a change is a new version, and `replaced` ends the one before. */
export const QUOTE_STATES = ['draft', 'sent', 'accepted', 'refused', 'expired'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

/** `expired`: its last day has passed. `replaced`: a newer version was sent. */
export const QUOTE_EVENTS = ['sent', 'accepted', 'refused', 'expired', 'replaced'] as const;
export type QuoteEvent = (typeof QUOTE_EVENTS)[number];

const NONE: Readonly<Record<QuoteEvent, null>> = {
  sent: null,
  accepted: null,
  refused: null,
  expired: null,
  replaced: null,
};

export const quoteTable = soundTable<QuoteState, QuoteEvent>({
  initial: 'draft',
  ends: ['accepted', 'refused', 'expired'],
  next: {
    draft: { ...NONE, sent: 'sent' },
    // A replaced version can no longer be accepted, as one whose last day has passed.
    sent: { sent: null, accepted: 'accepted', refused: 'refused', expired: 'expired', replaced: 'expired' },
    accepted: NONE,
    refused: NONE,
    expired: NONE,
  },
});

/** The state after `event`, or undefined when the event is refused in `state`. */
export const nextQuoteState = (state: QuoteState, event: QuoteEvent): QuoteState | undefined =>
  quoteTable.next[state][event] ?? undefined;
