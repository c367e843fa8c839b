import { Readable } from 'node:stream';
import { FEC_HEADING, fecLines } from '@pandafab/domain';
import { encode } from 'iconv-lite';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../read/scope';
import { entriesOf } from './entries';

/** As the tax office reads it; UTF-8 is the default. */
export const FEC_ENCODINGS = ['utf-8', 'iso-8859-15'] as const;
export type FecEncoding = (typeof FEC_ENCODINGS)[number];

/** Texts above some 100 kB are large objects, which the garbage collector frees late: the memory of the server would grow. */
const PART_LENGTH = 32_768;

/** The file of the entries of a period, written while it is read. */
export const fecFile = (manager: EntityManager, scope: Scope, encoding: FecEncoding): Readable =>
  Readable.from(encoded(parts(manager, scope), encoding), { objectMode: false });

async function* parts(manager: EntityManager, scope: Scope): AsyncGenerator<string> {
  let [text, count] = [FEC_HEADING, 0];
  for await (const { entry, letterOf } of entriesOf(manager, scope)) {
    count += 1;
    text += fecLines(entry, count, letterOf);
    if (text.length < PART_LENGTH) continue;
    yield text;
    text = '';
  }
  yield text;
}

async function* encoded(texts: AsyncIterable<string>, encoding: FecEncoding): AsyncGenerator<Buffer> {
  for await (const text of texts) yield encode(text, encoding);
}
