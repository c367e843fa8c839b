import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { ByteReader } from './byte-reader';
import { readForm } from './read-form';

const BOUNDARY = 'b/ou=nd';
const form = (content: Buffer, end = `\r\n--${BOUNDARY}--`) =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="before"\r\n\r\none\r\n`),
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.gcode"\r\n`),
    Buffer.from('Content-Type: application/octet-stream\r\n\r\n'),
    ...[content, Buffer.from(`\r\n--${BOUNDARY}\r\ncontent-disposition: form-data; name="after"\r\n\r\ntwo`)],
    Buffer.from(end),
  ]);

/** A request whose body arrives in pieces of these lengths, repeated. */
function arriving(bytes: Buffer, lengths: readonly number[]): IncomingMessage {
  const request = new PassThrough();
  for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
    const length = lengths[piece % lengths.length] ?? 1;
    request.write(bytes.subarray(at, at + length));
    at += length;
  }
  request.end();
  return request as unknown as IncomingMessage;
}

async function read(bytes: Buffer, lengths: readonly number[]) {
  const pieces: Buffer[] = [];
  const reader = new ByteReader(arriving(bytes, lengths));
  const fields = await readForm(reader, BOUNDARY, async (_name, pull) => {
    for (let piece = await pull(); piece; piece = await pull()) pieces.push(piece);
  });
  return { fields: Object.fromEntries(fields), content: Buffer.concat(pieces) };
}

describe('a form', () => {
  it('is read the same wherever its bytes are cut, with any content of the file', async () => {
    const nearly = fc
      .constantFrom('\r\n', '\r\n--', `\r\n--${BOUNDARY.slice(0, 4)}`, '--', '\0')
      .map((text) => Buffer.from(text));
    const content = fc
      .array(
        fc.oneof(
          nearly,
          fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
        ),
      )
      .map((parts) => Buffer.concat(parts));
    const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(content, lengths, async (bytes, cuts) => {
        expect(await read(form(bytes), cuts)).toEqual({
          fields: { before: 'one', after: 'two' },
          content: bytes,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('may have text before and after it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('preamble\r\n'),
      form(Buffer.from('x')),
      Buffer.from('\r\nepilogue'),
    ]);
    expect((await read(bytes, [1000])).content.toString()).toBe('x');
  });

  it.each([
    ['in a field', form(Buffer.from('x'), '')],
    ['in the file', form(Buffer.alloc(500)).subarray(0, 400)],
    ['before its last dashes', form(Buffer.from('x'), `\r\n--${BOUNDARY}`)],
    ['at once', Buffer.alloc(0)],
  ])('that ends %s was cut short', async (_, bytes) => {
    await expect(read(bytes, [1000])).rejects.toMatchObject({ code: 'FILE.TRUNCATED' });
  });

  it('with a field that never ends is refused', async () => {
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="long"\r\n\r\n`;
    const bytes = Buffer.from(head + 'x'.repeat(200_000));
    await expect(read(bytes, [1000])).rejects.toMatchObject({ code: 'REQUEST.INVALID' });
  });
});
