import { Injectable } from '@nestjs/common';
import type { AccountId, DocumentId, Language } from '@pandafab/shared';
import type { MailDocumentDto, MailTemplateDto, SentMailDto } from './document.dto';
import { later } from './stub';

@Injectable()
export class DocumentMailsService {
  async template(_id: DocumentId, _language: Language): Promise<MailTemplateDto> {
    return later();
  }
  async send(_by: AccountId, _id: DocumentId, _body: MailDocumentDto): Promise<SentMailDto> {
    return later();
  }
}
