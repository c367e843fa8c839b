import { Injectable } from '@nestjs/common';
import type { AccountId, DocumentId } from '@pandafab/shared';
import type { DocumentDto } from './document.dto';
import { later } from './stub';

@Injectable()
export class IssueService {
  async issue(_by: AccountId, _id: DocumentId): Promise<DocumentDto> {
    return later();
  }
}
