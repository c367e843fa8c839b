import { createHash } from 'node:crypto';
import { Fault } from '@pandafab/shared';
import type { Recorded } from './read-documents';
import type { ReadLink } from './read-links';

/** Opens a content of the file store by its hash. */
export type OpenContent = (sha256: string) => NodeJS.ReadableStream;

/** Compares the recorded files of documents with their links, and, if asked, the stored contents with their hashes. */
export class FileChecker {
  /** Contents hashed again. */
  count = 0;

  /** @param open undefined: contents are not read */
  constructor(private readonly open: OpenContent | undefined) {}

  /** @throws Fault CHAIN.FILES_CHANGED, CHAIN.FILE_LOST, CHAIN.FILE_CHANGED */
  async check(
    { link: { subject: number }, payload }: ReadLink,
    documents: ReadonlyMap<string, Recorded>,
  ): Promise<void> {
    for (const kind of ['pdf', 'xml'] as const) {
      const sha256 = documents.get(number)?.get(kind) ?? null;
      if (sha256 !== payload[kind])
        throw new Fault('CHAIN.FILES_CHANGED', { number, file: kind.toUpperCase() });
      if (sha256 !== null && this.open) await this.checkContent(this.open, number, kind, sha256);
    }
  }

  private async checkContent(open: OpenContent, number: string, kind: string, sha256: string): Promise<void> {
    const place = { number, file: kind.toUpperCase() };
    const hash = createHash('sha256');
    try {
      for await (const part of open(sha256)) hash.update(part);
    } catch (error) {
      throw new Fault('CHAIN.FILE_LOST', place, { cause: error });
    }
    if (hash.digest('hex') !== sha256) throw new Fault('CHAIN.FILE_CHANGED', place);
    this.count += 1;
  }
}
