/** The commands that are read directly from the wire, before every buffer. */
export type EmergencyOrder = 'M108' | 'M112' | 'M410' | 'M876';

const PREFIX = 24;
const ORDER = /^ *(?:N[-\d ]*)?(?:(M108|M112|M410)|(M876) *S *(\d))/;

const isOrder = (text: string | undefined): text is EmergencyOrder =>
  text === 'M108' || text === 'M112' || text === 'M410' || text === 'M876';

/** Marlin's e_parser.h: looks at every byte as it arrives, knows no checksum, acts at the end of the line. */
export class EmergencyParser {
  private readonly start = Buffer.alloc(PREFIX);
  private length = 0;

  constructor(private readonly obey: (order: EmergencyOrder, response: number) => void) {}

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === 0x0a || byte === 0x0d) this.endOfLine();
      else if (this.length < PREFIX) this.start[this.length++] = byte;
    }
  }

  clear(): void {
    this.length = 0;
  }

  private endOfLine(): void {
    const text = this.start.toString('latin1', 0, this.length);
    this.length = 0;
    const match = text.includes('M') ? ORDER.exec(text) : null;
    const order = match?.[1] ?? match?.[2];
    if (isOrder(order)) this.obey(order, Number(match?.[3] ?? 0));
  }
}
