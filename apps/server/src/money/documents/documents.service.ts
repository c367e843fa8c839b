import { Injectable } from '@nestjs/common';
import type { DocumentId } from '@pandafab/shared';
import type {
  DocumentChangesDto,
  DocumentDetailDto,
  DocumentListDto,
  DocumentSearchDto,
} from './document.dto';
import type { DocumentFile, DocumentFileKind } from './document.entities';
import { later } from './stub';

@Injectable()
export class DocumentsService {
  async list(_search: DocumentSearchDto): Promise<DocumentListDto> {
    return later();
  }
  async detail(_id: DocumentId): Promise<DocumentDetailDto> {
    return later();
  }
  async change(_id: DocumentId, _body: DocumentChangesDto): Promise<DocumentDetailDto> {
    return later();
  }
  async remove(_id: DocumentId): Promise<void> {
    return later();
  }
  async file(_id: DocumentId, _kind: DocumentFileKind): Promise<{ fileName: string; file: DocumentFile }> {
    return later();
  }
}
