/** A session that repeats on some days of the week, on the lab’s clock. */
export interface WeeklyRule {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Each so many weeks. */
  readonly everyWeeks: number;
  /** `HH:MM`. */
  readonly begins: string;
  readonly minutes: number;
  /** YYYY-MM-DD, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Days without a session. */
  readonly except: readonly string[];
}
