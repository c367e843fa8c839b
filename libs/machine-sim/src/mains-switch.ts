/** A comment for every firmware: only a virtual machine reads it as its mains switch. */
const ORDER = Buffer.from(';@pandafab switch off and on\n', 'latin1');

/** Detects the command to switch off and on, also in pieces: a halted machine reads nothing else. */
export class MainsSwitch {
  private tail = Buffer.alloc(0);

  isPressed(bytes: Uint8Array): boolean {
    const heard = Buffer.concat([this.tail, bytes]);
    const pressed = heard.includes(ORDER);
    this.tail = pressed ? Buffer.alloc(0) : heard.subarray(-(ORDER.length - 1));
    return pressed;
  }
}
