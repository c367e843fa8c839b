/** A comment to every firmware: only a virtual machine takes it for its mains switch. */
const ORDER = Buffer.from(';@pandafab switch off and on\n', 'latin1');

/** Hears the order to switch off and on, also where it comes in pieces: a machine that has halted hears nothing else. */
export class MainsSwitch {
  private tail = Buffer.alloc(0);

  isPressed(bytes: Uint8Array): boolean {
    const heard = Buffer.concat([this.tail, bytes]);
    const pressed = heard.includes(ORDER);
    this.tail = pressed ? Buffer.alloc(0) : heard.subarray(-(ORDER.length - 1));
    return pressed;
  }
}
