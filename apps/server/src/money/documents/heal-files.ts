import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { DocumentFile, PaperDocument } from './document.entities';
import { DocumentFilesService } from './document-files.service';
import { demandIssued } from './find-document';

const BATCH = 50;

/** Makes the files that a power cut or a full disk prevented: at each start, while the service already works. */
@Injectable()
export class HealFiles implements OnApplicationBootstrap, OnApplicationShutdown {
  private isStopping = false;
  private healing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: ReadDatabase,
    private readonly files: DocumentFilesService,
  ) {}

  onApplicationBootstrap(): void {
    // The next start, or the first request for a file, tries again.
    this.healing = this.heal().catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.healing;
  }

  /** In the order of their ids, in batches: a file that cannot be made is not tried twice. */
  async heal(): Promise<void> {
    for (let after = ''; ; ) {
      const found = await this.without(after);
      for (const document of found) {
        if (this.isStopping) return;
        await this.files.tryMake(demandIssued(document));
      }
      const last = found.at(-1)?.id;
      if (!last) return;
      after = last;
    }
  }

  private without(after: string): Promise<PaperDocument[]> {
    return this.database
      .of(PaperDocument)
      .createQueryBuilder('document')
      .leftJoin(DocumentFile, 'file', 'file.documentId = document.id')
      .where('document.number IS NOT NULL AND file.id IS NULL AND document.id > :after', { after })
      .orderBy('document.id')
      .take(BATCH)
      .getMany();
  }
}
