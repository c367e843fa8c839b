import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { ByteReader } from './byte-reader';
import { readForm } from './read-form';

const CHUNK = Buffer.alloc(64 * 1024, 'G1 X1 Y1\n');
const HEAD = Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a.gcode"\r\n\r\n');

/** A form of a gigabyte, whose pieces are made only when they are read. */
function gigabyte(): { request: IncomingMessage; made: () => number } {
  let made = 0;
  const request = new Readable({
    highWaterMark: CHUNK.length,
    read() {
      const last = 1024 ** 3 / CHUNK.length;
      if (made === 0) this.push(HEAD);
      else this.push(made > last ? (made === last + 1 ? Buffer.from('\r\n--b--\r\n') : null) : CHUNK);
      made += 1;
    },
  });
  return { request: request as unknown as IncomingMessage, made: () => made };
}

describe('the reader of a body', () => {
  it('lets a gigabyte through, and never holds more than a few pieces of it', async () => {
    const { request, made } = gigabyte();
    let [bytes, pieces, most] = [0, 0, 0];
    await readForm(new ByteReader(request), 'b', async (_name, pull) => {
      for (let piece = await pull(); piece; piece = await pull()) {
        bytes += piece.length;
        pieces = Math.floor(bytes / CHUNK.length);
        most = Math.max(most, made() - pieces);
      }
    });
    expect(bytes).toBe(1024 ** 3);
    expect(most).toBeLessThan(10);
  });

  it('leaves the rest of the body to others after its release', async () => {
    const { request } = gigabyte();
    const reader = new ByteReader(request);
    expect(await reader.before(Buffer.from('\r\n'))).toEqual(Buffer.from('--b'));
    reader.release();
    const rest = await new Promise<number>((resolve) => {
      let bytes = 0;
      request.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > 10 * CHUNK.length) resolve(bytes);
      });
      request.resume();
    });
    expect(rest).toBeGreaterThan(10 * CHUNK.length);
    request.destroy();
  });

  it('says that a body which was cut off is cut short', async () => {
    const request = new Readable({ read() {} }) as unknown as IncomingMessage;
    const reader = new ByteReader(request);
    const reading = reader.next();
    request.destroy();
    await expect(reading).rejects.toMatchObject({ code: 'FILE.TRUNCATED' });
    await expect(new ByteReader(request).next()).rejects.toMatchObject({ code: 'FILE.TRUNCATED' });
  });
});
