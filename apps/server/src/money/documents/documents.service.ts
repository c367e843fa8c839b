import { Inject, Injectable } from '@nestjs/common';
import type { Clock, DocumentId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import type { DocumentDetailDto, DocumentListDto, DocumentSearchDto } from './document.dto';
import type { DocumentFile, DocumentFileKind } from './document.entities';
import { detailOf } from './document-detail';
import { DocumentFilesService } from './document-files.service';
import { viewDocument } from './document-view';
import { demandIssued, findDocument } from './find-document';
import { listDocuments } from './list-documents';
import { reductionsOf } from './reductions';

/** Documents as they are. */
@Injectable()
export class DocumentsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly files: DocumentFilesService,
  ) {}

  /** `search` finds words of the document or of its client. */
  async list(search: DocumentSearchDto): Promise<DocumentListDto> {
    const { manager } = this.database;
    const today = this.today();
    const { items, ...where } = await listDocuments(manager, search, today);
    const reductions = await reductionsOf(
      manager,
      items.map(({ id }) => id),
    );
    return { items: items.map((row) => viewDocument(row, reductions(row.id), today)), ...where };
  }

  /** @throws Fault REQUEST.NOT_FOUND. */
  async detail(id: DocumentId): Promise<DocumentDetailDto> {
    const { manager } = this.database;
    return detailOf(manager, await findDocument(manager, id), this.today());
  }

  /** @throws Fault REQUEST.NOT_FOUND, DOCUMENT.IS_DRAFT, DOCUMENT.FILE_NOT_READY, DOCUMENT.HAS_NO_XML. */
  async file(id: DocumentId, kind: DocumentFileKind): Promise<{ fileName: string; file: DocumentFile }> {
    const document = demandIssued(await findDocument(this.database.manager, id));
    const file = await this.files.file(document, kind);
    return { fileName: `${document.number.replaceAll('/', '-')}.${kind}`, file };
  }

  private today(): string {
    return parisDay(this.clock.now());
  }
}
