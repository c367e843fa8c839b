/** The text that may follow an `ok` glued to another line: none, the fields of ADVANCED_OK, or temperatures. */
const REST = /^(?:(?: [NPB]-?\d+)*\s*$|[\s=]*[TB]\d*:)/;

/**
 * The index of an ok at the end of another line, because the firmware did not end that line first:
 * `T:199.8 /200.0 B:59.96 /60.00ok`. -1 when there is none. A word of a file must not be taken for an ok: call it only for
 * the firmware's own messages, its temperatures and its busy messages.
 */
export function gluedOkAt(line: string, oks: readonly string[]): number {
  for (const ok of oks) {
    const at = line.lastIndexOf(ok);
    if (at > 0 && REST.test(line.slice(at + ok.length))) return at;
  }
  return -1;
}
