const HOUR_MS = 3_600_000;
/** The day before, at the hour of the session; and where that is too late, some hours before. */
const BEFORE_MS = [24 * HOUR_MS, 2 * HOUR_MS];
/** Who was told of their place less than this ago needs no reminder yet. */
const JUST_TOLD_MS = HOUR_MS;

/**
 * When a person is reminded of a session, once: the day before; or, if they got their place later than that, two hours
 * before. Null: they got it so late that they have only just been told.
 * @param fromAt beginning of the session
 * @param toldAt when the person got the place, or was told of this beginning
 */
export const reminderAt = (fromAt: number, toldAt: number): number | null =>
  BEFORE_MS.map((before) => fromAt - before).find((at) => at - toldAt >= JUST_TOLD_MS) ?? null;
