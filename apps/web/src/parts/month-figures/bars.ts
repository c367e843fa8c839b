/** A bar, in hundredths of the chart's height, from its top. */
export interface Bar {
  readonly top: number;
  readonly height: number;
}

export interface Scale {
  /** The highest and lowest values of the axis; the lowest is 0 unless there are values below it. */
  readonly most: number;
  readonly least: number;
  /** Where 0 is. */
  readonly zero: number;
  readonly barOf: (value: number) => Bar;
}

const HEIGHT = 100;
const STEPS = [1, 2, 2.5, 5, 10] as const;

/** The next round number that is not below a value: 1, 2, 2.5 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * power >= value) ?? 10) * power;
}

/** An axis on which all values fit. Without values it is empty, and bars have no height. */
export function scaleOf(values: readonly number[]): Scale {
  const most = roundUp(Math.max(0, ...values));
  const least = 0 - roundUp(Math.max(0, ...values.map((value) => -value)));
  const whole = most - least || 1;
  const zero = most === least ? HEIGHT : (most / whole) * HEIGHT;
  const barOf = (value: number): Bar => {
    const height = (Math.abs(value) / whole) * HEIGHT;
    return { top: value < 0 ? zero : zero - height, height };
  };
  return { most, least, zero, barOf };
}
