/** Splits bytes into lines, independent of the chunks. A line ends at LF; a CR before it is removed. */
export class LineReader {
  private carry = '';
  private overlong = false;

  /**
   * @param onLine called for each line that is not empty; latin1, so that each character is one byte
   * @param maxBytes a longer line is noise (a wrong baud rate): it is dropped, and memory stays bounded
   */
  constructor(
    private readonly onLine: (line: string) => void,
    private readonly maxBytes = 4096,
  ) {}

  push(bytes: Uint8Array): void {
    const text = latin1(bytes);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.finish(text, start, end);
      start = end + 1;
    }
    if (start < text.length) this.keep(start === 0 ? text : text.slice(start));
  }

  private finish(text: string, start: number, end: number): void {
    const line = this.carry === '' ? text.slice(start, end) : this.carry + text.slice(start, end);
    this.carry = '';
    const dropped = this.overlong || line.length > this.maxBytes;
    this.overlong = false;
    const length = line.charCodeAt(line.length - 1) === 13 ? line.length - 1 : line.length;
    if (length > 0 && !dropped) this.onLine(length === line.length ? line : line.slice(0, length));
  }

  private keep(rest: string): void {
    this.carry += rest;
    if (this.carry.length <= this.maxBytes) return;
    this.carry = '';
    this.overlong = true;
  }
}

function latin1(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString('latin1');
}
