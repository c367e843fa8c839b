import type { Schemas } from '../../../api/client';

export type Exception = Schemas['TrainerHours']['exceptions'][number];

/** The earliest first. */
export const sorted = (exceptions: readonly Exception[]): Exception[] =>
  [...exceptions].sort((a, b) => a.firstDay.localeCompare(b.firstDay) || a.lastDay.localeCompare(b.lastDay));

interface Typed {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
  readonly hasHours: boolean;
  readonly opens: string;
  readonly closes: string;
}

/** Without a last day, it is one day; without a reason, the server writes a dash. */
export const exceptionOf = ({ firstDay, lastDay, reason, hasHours, opens, closes }: Typed): Exception => ({
  ...{ firstDay, lastDay: lastDay || firstDay, reason: reason || '–' },
  hours: hasHours ? [{ opens, closes: closes === '00:00' ? '24:00' : closes }] : [],
});
