const ZERO = 48;

/** The unsigned integer at a position of a line; -1 when there is none. No regular expression: hot path. */
export function integerAt(line: string, position: number): number {
  let value = -1;
  for (let at = position; at < line.length; at++) {
    const digit = line.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) break;
    value = Math.max(value, 0) * 10 + digit;
  }
  return value;
}
