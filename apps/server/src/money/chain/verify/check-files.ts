import { createHash } from 'node:crypto';
import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { DocumentFile, PaperDocument } from '../../documents/document.entities';
import type { ReadLink } from './read-links';

/** Opens a content of the file store by its hash. */
export type OpenContent = (sha256: string) => NodeJS.ReadableStream;

type Recorded = ReadonlyMap<string, readonly DocumentFile[]>;

/** Compares the recorded files of documents with their links, and, if asked, the stored contents with their hashes. */
export class FileChecker {
  count = 0;

  /** @param open undefined: contents are not read */
  constructor(private readonly open: OpenContent | undefined) {}

  /** The recorded files of a batch of links, by the number of their document. */
  async load(manager: EntityManager, numbers: readonly string[]): Promise<Recorded> {
    if (numbers.length === 0) return new Map();
    const found = await manager
      .createQueryBuilder(PaperDocument, 'document')
      .select(['document.id', 'document.number'])
      .leftJoinAndMapMany('document.files', DocumentFile, 'file', 'file.documentId = document.id')
      .where('document.number IN (:...numbers)', { numbers })
      .getMany();
    return new Map(
      found.map((document) => [
        document.number ?? '',
        (document as PaperDocument & { files: DocumentFile[] }).files,
      ]),
    );
  }

  /** @throws Fault CHAIN.FILES_CHANGED, CHAIN.FILE_LOST, CHAIN.FILE_CHANGED */
  async check({ link: { subject: number }, payload }: ReadLink, recorded: Recorded): Promise<void> {
    const files = recorded.get(number) ?? [];
    const recordedAs = (kind: DocumentFile['kind']) =>
      files.find((file) => file.kind === kind)?.sha256 ?? null;
    for (const kind of ['pdf', 'xml'] as const) {
      const sha256 = recordedAs(kind);
      if (sha256 !== payload[kind])
        throw new Fault('CHAIN.FILES_CHANGED', { number, file: kind.toUpperCase() });
      if (sha256 !== null) await this.checkContent(number, kind, sha256);
    }
  }

  private async checkContent(number: string, kind: string, sha256: string): Promise<void> {
    if (!this.open) return;
    const place = { number, file: kind.toUpperCase() };
    const hash = createHash('sha256');
    try {
      for await (const part of this.open(sha256)) hash.update(part);
    } catch (error) {
      throw new Fault('CHAIN.FILE_LOST', place, { cause: error });
    }
    if (hash.digest('hex') !== sha256) throw new Fault('CHAIN.FILE_CHANGED', place);
    this.count += 1;
  }
}
