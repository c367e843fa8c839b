import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import type { PaperDocument } from '../documents/document.entities';
import { QuotesService } from '../documents/quotes.service';
import { ClientPapers } from './client-papers.service';

/** What a client decides about a quote, and which PDF they saw. */
export interface ClientDecision {
  readonly number: string;
  readonly pdfSha256: string;
  readonly decision: 'accepted' | 'refused';
  readonly name: string;
  readonly reason: string | null;
  /** The network address of the request. */
  readonly address: string;
}

/** Clients accept or refuse quotes behind a secret link. */
@Injectable()
export class ClientDecisions {
  constructor(
    private readonly papers: ClientPapers,
    private readonly quotes: QuotesService,
  ) {}

  /**
   * Records who decided, when, from where, and the PDF that they saw. Idempotent: the same decision a second time
   * changes nothing.
   * @throws Fault SHARE_LINK.INVALID; QUOTE.PAGE_OLD for a quote that was decided otherwise, replaced or withdrawn, has
   * expired, or has another PDF
   */
  async decide(secret: string, { number, ...decided }: ClientDecision): Promise<void> {
    const quote = await this.openQuote(secret, number);
    if (quote.state === decided.decision) return;
    const { file } = await this.papers.pdf(secret, number);
    if (file.sha256 !== decided.pdfSha256) throw new Fault('QUOTE.PAGE_OLD');
    try {
      await this.quotes.decideOnPage(quote.id, decided);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'QUOTE.NOT_OPEN') throw error;
      // A second press of the button may have come first.
      if ((await this.openQuote(secret, number)).state === decided.decision) return;
      throw new Fault('QUOTE.PAGE_OLD', {}, { cause: error });
    }
  }

  private async openQuote(secret: string, number: string): Promise<PaperDocument> {
    const found = await this.papers.find(secret, number).catch((error: unknown) => {
      throw error instanceof Fault && error.code === 'REQUEST.NOT_FOUND'
        ? new Fault('QUOTE.PAGE_OLD')
        : error;
    });
    if (found.kind !== 'quote') throw new Fault('QUOTE.PAGE_OLD');
    return found;
  }
}
