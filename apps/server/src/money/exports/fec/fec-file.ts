import { Readable } from 'node:stream';
import { type Entry, FEC_HEADING, fecLines } from '@pandafab/domain';
import { encode } from 'iconv-lite';
import type { EntityManager } from 'typeorm';
import { inGroups } from '../read/merged';
import type { Scope } from '../read/scope';
import { entriesOf } from './entries';
import { LETTERS_AT_ONCE, lettersOf } from './letters';

/** As the tax office reads it; UTF-8 is the default. */
export const FEC_ENCODINGS = ['utf-8', 'iso-8859-15'] as const;
export type FecEncoding = (typeof FEC_ENCODINGS)[number];

/** The file of the entries of a period, written while it is read: never more than a batch is held. */
export const fecFile = (manager: EntityManager, scope: Scope, encoding: FecEncoding): Readable =>
  Readable.from(encoded(parts(manager, scope), encoding), { objectMode: false });

async function* parts(manager: EntityManager, scope: Scope): AsyncGenerator<string> {
  yield FEC_HEADING;
  let count = 0;
  for await (const entries of inGroups(entriesOf(manager, scope), LETTERS_AT_ONCE)) {
    const letterOf = await lettersOf(manager, settledBy(entries), scope);
    let text = '';
    for (const entry of entries) {
      count += 1;
      text += fecLines(entry, count, letterOf);
    }
    yield text;
  }
}

const settledBy = (entries: readonly Entry[]) =>
  entries.flatMap(({ lines }) => lines.flatMap(({ settles }) => settles ?? []));

async function* encoded(texts: AsyncIterable<string>, encoding: FecEncoding): AsyncGenerator<Buffer> {
  for await (const text of texts) yield encode(text, encoding);
}
