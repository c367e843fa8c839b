/** What narrows an indicator: only sessions of this topic, visits of this public, and so on. Absent: all. */
export type IndicatorParameters = Readonly<Record<string, string>>;
