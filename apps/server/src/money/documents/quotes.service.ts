import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, type DocumentId, Fault } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { dayStart, parisDay } from '../kit/paris';
import type { Issued } from './compose/order';
import type { DecisionDto, DocumentDto } from './document.dto';
import { DocumentFilesService } from './document-files.service';
import { viewDocument } from './document-view';
import { insertDraft } from './drafts.service';
import { demandIssued, demandQuote, findDocument, lockDocument } from './find-document';
import { type Decided, decideQuote, isFinishedQuote } from './quote-rules';
import { NO_REDUCTIONS } from './reductions';

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

/** Quotes that were sent: decided, or replaced by a new version. */
@Injectable()
export class QuotesService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: DocumentFilesService,
  ) {}

  /**
   * Records what the client told staff.
   * @throws Fault REQUEST.NOT_FOUND, DOCUMENT.NOT_QUOTE, DOCUMENT.IS_DRAFT, DOCUMENT.DECISION_EARLY,
   * DOCUMENT.DECISION_LATER, DOCUMENT.FILE_NOT_READY, QUOTE.NOT_OPEN.
   */
  async recordDecision(by: AccountId, id: DocumentId, body: DecisionDto): Promise<DocumentDto> {
    const now = this.clock.now();
    const { decision, how, name, reason = null, on: day = parisDay(now) } = body;
    if (day > parisDay(now)) throw new Fault('DOCUMENT.DECISION_LATER', { day });
    const quote = await this.sentQuote(id);
    const sent = quote.content.issuedOn;
    if (day < sent) throw new Fault('DOCUMENT.DECISION_EARLY', { day, sent });
    const at = day === parisDay(now) ? now : dayStart(day);
    const pdfSha256 = (await this.files.file(quote, 'pdf')).sha256;
    return this.decide(id, {
      ...{ decision, how, name, reason, at, address: null, pdfSha256, recordedBy: by },
    });
  }

  /**
   * For the client's page. Idempotent for the same decision.
   * @throws Fault QUOTE.NOT_OPEN, DOCUMENT.NOT_QUOTE, DOCUMENT.IS_DRAFT, REQUEST.NOT_FOUND.
   */
  async decideOnPage(id: DocumentId, decision: PageDecision): Promise<void> {
    const at = this.clock.now();
    await this.decide(id, { ...decision, how: 'page', at, recordedBy: null });
  }

  /** @throws Fault REQUEST.NOT_FOUND, DOCUMENT.NOT_QUOTE, QUOTE.NOT_REPLACEABLE. */
  async newVersion(by: AccountId, id: DocumentId): Promise<DocumentDto> {
    return this.unitOfWork.run(async (unit) => {
      const { document, prestation } = await lockDocument(unit, id);
      demandQuote(document);
      if (await isFinishedQuote(unit.manager, document))
        throw new Fault('QUOTE.NOT_REPLACEABLE', { number: document.number ?? document.reference });
      const { kind, request } = document;
      const { validUntil: _, ...kept } = request;
      const draft = await insertDraft(unit, by, prestation, { kind, request: kept, replaces: document });
      return this.view(draft);
    });
  }

  private async sentQuote(id: DocumentId): Promise<Issued> {
    const document = await findDocument(this.database.manager, id);
    demandQuote(document);
    return demandIssued(document);
  }

  private async decide(id: DocumentId, decided: Decided): Promise<DocumentDto> {
    return this.unitOfWork.run(async (unit) => this.view(await this.decideIn(unit, id, decided)));
  }

  private async decideIn(unit: Unit, id: DocumentId, decided: Decided): Promise<Issued> {
    const { document, prestation } = await lockDocument(unit, id);
    demandQuote(document);
    const quote = demandIssued(document);
    const state = await decideQuote(unit, prestation, quote, decided);
    const { decision, how } = decided;
    await audit(unit, { action: `quote.${decision}`, subject: ['document', id], after: { state, how } });
    return { ...quote, state };
  }

  private view(document: Parameters<typeof viewDocument>[0]): DocumentDto {
    return viewDocument(document, NO_REDUCTIONS, parisDay(this.clock.now()));
  }
}
