import { Inject, Injectable } from '@nestjs/common';
import { isBooked } from '@pandafab/domain';
import { type Clock, type DocumentId, Fault, type Language } from '@pandafab/shared';
import { putIntoWords } from '../../platform/http/words';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { nextNumber } from '../numbers/document-numbers';
import { renderPaper } from '../rendering/render-paper';
import { LogosService } from '../seller/logos.service';
import type { Composed } from './compose/compose-paper';
import { type Order, readOrder } from './compose/order';
import { composeDraft, faultOfFlaw, flawsOf, replacedNumber } from './compose-draft';
import type { DocumentPreviewDto } from './document.dto';
import { demandDraft, findDocument } from './find-document';
import { shownContent } from './paper-content.dto';

/** Drafts as they would be issued now. */
@Injectable()
export class PreviewService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly logos: LogosService,
  ) {}

  /** @throws Fault REQUEST.NOT_FOUND, DOCUMENT.NOT_DRAFT and the COMPOSE_FAULTS. */
  async preview(id: DocumentId, language: Language): Promise<DocumentPreviewDto> {
    const { order, composed } = await this.compose(id);
    const say = ({ code, details }: Fault) => putIntoWords({ code, details }, language);
    const flaws = flawsOf(order, composed);
    const of = (severity: 'refusal' | 'warning') =>
      flaws.filter((flaw) => flaw.severity === severity).flatMap((flaw) => say(faultOfFlaw(flaw)) ?? []);
    const moved = composed.departs ? (say(new Fault('DOCUMENT.CENT_MOVED')) ?? []) : [];
    const hints = [moved, of('warning')].flat();
    const { content } = composed;
    return {
      ...{ content: shownContent(content), flaws: of('refusal'), hints },
      becomesFinal: isBooked(content.kind),
    };
  }

  /** @throws Fault as `preview`. */
  async pdf(id: DocumentId): Promise<Buffer> {
    const { content } = (await this.compose(id)).composed;
    const logo = await this.logos.bytes(content.seller.logoSha256);
    return renderPaper(content, { ...(logo ? { logo } : {}), isDraft: true });
  }

  private async compose(id: DocumentId): Promise<{ order: Order; composed: Composed }> {
    const { manager } = this.database;
    const draft = await findDocument(manager, id);
    demandDraft(draft);
    const issuedOn = parisDay(this.clock.now());
    const order = await readOrder(manager, draft.prestationId, issuedOn);
    const number = await nextNumber(manager, draft.kind, order.prestation.labId, issuedOn);
    const replaces = await replacedNumber(manager, draft);
    return { order, composed: composeDraft(order, draft, { number, issuedOn, replaces }) };
  }
}
