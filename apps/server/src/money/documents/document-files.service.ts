import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Fault, newId } from '@pandafab/shared';
import { FileStore, type ReceivedFile } from '../../platform/file-store/file-store';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { LogosService } from '../seller/logos.service';
import { ChainWriter } from './chain-writer';
import type { Issued } from './compose/order';
import { DocumentFile, type DocumentFileKind, PaperDocument } from './document.entities';
import { renderFiles } from './render-files';

/** The PDF and the XML of each document: made once, from its frozen content, and stored in the file store. */
@Injectable()
export class DocumentFilesService {
  private readonly log = new Logger('Documents');

  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly logos: LogosService,
    private readonly chain: ChainWriter,
  ) {}

  /**
   * The stored files. They are made after the document is committed, because no file is written inside a unit of
   * work. After a power cut in between, the next start or the first request makes them.
   */
  async of(document: Issued): Promise<DocumentFile[]> {
    const stored = await this.stored(document);
    return stored.length > 0 ? stored : this.make(document);
  }

  /** @throws Fault DOCUMENT.FILE_NOT_READY while the disk refuses it, DOCUMENT.HAS_NO_XML. */
  async file(document: Issued, kind: DocumentFileKind): Promise<DocumentFile> {
    const { number } = document;
    const files = await this.of(document).catch((error: unknown) => {
      this.report(document, error);
      throw new Fault('DOCUMENT.FILE_NOT_READY', { number }, { cause: error });
    });
    const found = files.find((file) => file.kind === kind);
    if (!found) throw new Fault('DOCUMENT.HAS_NO_XML', { number });
    return found;
  }

  /** Makes the files now if it can: a full disk does not undo an issued document. */
  async tryMake(document: Issued): Promise<void> {
    await this.of(document).catch((error: unknown) => this.report(document, error));
  }

  private report({ number }: Issued, error: unknown): void {
    this.log.error(`files of ${number} not made yet`, error instanceof Error ? error.stack : error);
  }

  private stored({ id }: Issued): Promise<DocumentFile[]> {
    return this.database.of(DocumentFile).find({ where: { documentId: id }, order: { kind: 'ASC' } });
  }

  private async make(document: Issued): Promise<DocumentFile[]> {
    const logo = await this.logos.bytes(document.content.seller.logoSha256);
    const made = await renderFiles(document.content, logo);
    const received: (ReceivedFile & { kind: DocumentFileKind })[] = [];
    for (const { kind, content } of made)
      received.push({ ...(await this.store.receive(Readable.from([content]))), kind });
    return this.unitOfWork.run((unit) => this.record(unit, document, received));
  }

  /** Two requests at the same time made the same files: the first one records them. */
  private async record(
    unit: Unit,
    document: Issued,
    received: readonly (ReceivedFile & { kind: DocumentFileKind })[],
  ): Promise<DocumentFile[]> {
    const { manager, now: createdAt } = unit;
    const documentId = document.id;
    // A write of nothing locks the row on PostgreSQL until this unit ends.
    await manager.update(PaperDocument, { id: documentId }, { sentAt: () => '"sentAt"' });
    const earlier = await manager.find(DocumentFile, { where: { documentId }, order: { kind: 'ASC' } });
    if (earlier.length > 0) return earlier;
    const files = received.map(({ kind, sha256, bytes }) => {
      return { id: newId<string>(), documentId, kind, sha256, bytes, createdAt };
    });
    await manager.insert(DocumentFile, files);
    if (document.state === 'issued' && document.kind !== 'order-confirmation')
      await this.chain.appendFiles(unit, document, files);
    return files;
  }
}
