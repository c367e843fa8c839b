const [NEWLINE, RETURN, SPACE, SEMICOLON] = [0x0a, 0x0d, 0x20, 0x3b];

/** Bytes to lines as Marlin's queue.cpp, `process_stream_char`, gathers them. */
export class LineAssembler {
  private readonly bytes: Buffer;
  private length = 0;
  private skipping = false;

  /** @param maxBytes longest line kept (MAX_CMD_SIZE); the rest is dropped */
  constructor(maxBytes: number) {
    this.bytes = Buffer.alloc(maxBytes - 1);
  }

  /** Reads one byte; returns the line that it ends, or null. Comments, leading spaces and empty lines are removed. */
  push(byte: number): string | null {
    if (byte === NEWLINE || byte === RETURN) return this.take();
    if (this.skipping || (byte === SPACE && this.length === 0)) return null;
    if (byte === SEMICOLON || this.length === this.bytes.length) this.skipping = true;
    else this.bytes[this.length++] = byte;
    return null;
  }

  clear(): void {
    this.length = 0;
    this.skipping = false;
  }

  private take(): string | null {
    const line = this.length > 0 ? this.bytes.toString('latin1', 0, this.length) : null;
    this.clear();
    return line;
  }
}
