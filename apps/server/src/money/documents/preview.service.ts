import { Injectable } from '@nestjs/common';
import type { DocumentId, Language } from '@pandafab/shared';
import type { DocumentPreviewDto } from './document.dto';
import { later } from './stub';

@Injectable()
export class PreviewService {
  async preview(_id: DocumentId, _language: Language): Promise<DocumentPreviewDto> {
    return later();
  }
  async pdf(_id: DocumentId): Promise<Buffer> {
    return later();
  }
}
