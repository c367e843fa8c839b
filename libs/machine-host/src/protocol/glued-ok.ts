/** What may follow `ok` where it was glued to another line: nothing, what ADVANCED_OK says, or temperatures of its own. */
const REST = /^(?:(?: [NPB]-?\d+)*\s*$|[\s=]*[TB]\d*:)/;

/**
 * Where an ok begins that stands at the end of another line, because the firmware did not end that one first:
 * `T:199.8 /200.0 B:59.96 /60.00ok`. -1 when there is none. A word of a file must not pass for one: to be asked only of
 * what the firmware itself says, its temperatures and its signs of life.
 */
export function gluedOkAt(line: string, oks: readonly string[]): number {
  for (const ok of oks) {
    const at = line.lastIndexOf(ok);
    if (at > 0 && REST.test(line.slice(at + ok.length))) return at;
  }
  return -1;
}
