import { Injectable } from '@nestjs/common';
import type { AccountId, PrestationId } from '@pandafab/shared';
import type { DocumentDto, NewDocumentDto } from './document.dto';
import { later } from './stub';

@Injectable()
export class DraftsService {
  async create(
    _by: AccountId,
    _prestationId: PrestationId,
    _body: NewDocumentDto,
  ): Promise<{ document: DocumentDto; isNew: boolean }> {
    return later();
  }
}
