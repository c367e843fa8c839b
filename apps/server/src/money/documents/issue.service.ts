import { Inject, Injectable } from '@nestjs/common';
import type { AccountId, Clock, DocumentId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import { ChainWriter } from './chain-writer';
import type { DocumentDto } from './document.dto';
import type { PaperDocument } from './document.entities';
import { DocumentFilesService } from './document-files.service';
import { viewDocument } from './document-view';
import { demandIssued, demandNoQuote, demandQuote, lockDocument } from './find-document';
import { issueDocument } from './issue-document';
import { IssuingBlockers } from './issuing-blockers';
import { endReplaced } from './quote-rules';
import { reductionsOf } from './reductions';

/** Gives drafts their number: deposits, invoices, credit notes and order confirmations are issued, quotes are sent. */
@Injectable()
export class IssueService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly blockers: IssuingBlockers,
    private readonly chain: ChainWriter,
    private readonly files: DocumentFilesService,
  ) {}

  /**
   * Issues a draft and makes its files. Idempotent: a document that has its number is returned as it is.
   * @throws Fault REQUEST.NOT_FOUND, DOCUMENT.IS_QUOTE, and those of `issueDocument`.
   */
  issue(by: AccountId, id: DocumentId): Promise<DocumentDto> {
    return this.freeze(by, id, demandNoQuote);
  }

  /**
   * The same for a quote, which ends the version that it replaces.
   * @throws Fault REQUEST.NOT_FOUND, DOCUMENT.NOT_QUOTE, and those of `issueDocument`.
   */
  sendQuote(by: AccountId, id: DocumentId): Promise<DocumentDto> {
    return this.freeze(by, id, demandQuote);
  }

  private async freeze(by: AccountId, id: DocumentId, demand: (document: PaperDocument) => void) {
    const issued = await this.unitOfWork.run(async (unit) => {
      const { document, prestation } = await lockDocument(unit, id);
      demand(document);
      if (document.number !== null) return demandIssued(document);
      const { blockers, chain } = this;
      const frozen = await issueDocument(unit, { blockers, chain }, by, prestation, document);
      await endReplaced(unit, frozen);
      return frozen;
    });
    await this.files.tryMake(issued);
    const reductions = await reductionsOf(this.database.manager, [issued.id]);
    return viewDocument(issued, reductions(issued.id), parisDay(this.clock.now()));
  }
}
