import { Injectable } from '@nestjs/common';
import type { AccountId, DocumentId } from '@pandafab/shared';
import type { DecisionDto, DocumentDto } from './document.dto';
import { later } from './stub';

/** The decision of a client about a quote on the client's page. */
export interface PageDecision {
  readonly decision: 'accepted' | 'refused';
  readonly name: string;
  readonly reason: string | null;
  /** The network address of the request. */
  readonly address: string;
  /** The PDF that the client saw. */
  readonly pdfSha256: string;
}

@Injectable()
export class QuotesService {
  async send(_by: AccountId, _id: DocumentId): Promise<DocumentDto> {
    return later();
  }
  async recordDecision(_by: AccountId, _id: DocumentId, _body: DecisionDto): Promise<DocumentDto> {
    return later();
  }
  /** For the client's page. @throws Fault QUOTE.NOT_OPEN, DOCUMENT.NOT_QUOTE, REQUEST.NOT_FOUND. */
  async decideOnPage(_id: DocumentId, _decision: PageDecision): Promise<void> {
    return later();
  }
  async newVersion(_by: AccountId, _id: DocumentId): Promise<DocumentDto> {
    return later();
  }
}
