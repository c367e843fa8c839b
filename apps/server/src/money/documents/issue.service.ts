import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, type DocumentId, Fault } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import { ChainWriter } from './chain-writer';
import { creditedSums } from './credited-sums';
import type { DocumentDto } from './document.dto';
import { DocumentFilesService } from './document-files.service';
import { viewDocument } from './document-view';
import { demandIssued, lockDocument } from './find-document';
import { issueDocument } from './issue-document';
import { IssuingBlockers } from './issuing-blockers';

/** Issues documents: deposits, invoices, credit notes and order confirmations. */
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
  async issue(by: AccountId, id: DocumentId): Promise<DocumentDto> {
    const issued = await this.unitOfWork.run(async (unit) => {
      const { document, prestation } = await lockDocument(unit, id);
      if (document.kind === 'quote') throw new Fault('DOCUMENT.IS_QUOTE');
      if (document.number !== null) return demandIssued(document);
      const { blockers, chain } = this;
      return issueDocument(unit, { blockers, chain }, by, prestation, document);
    });
    await this.files.tryMake(issued);
    const credited = await creditedSums(this.database.manager, [issued.id]);
    return viewDocument(issued, credited.get(issued.id) ?? 0, parisDay(this.clock.now()));
  }
}
