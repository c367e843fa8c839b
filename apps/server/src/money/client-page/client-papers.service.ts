import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type DocumentId, Fault, type PrestationId } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Acceptance, type DocumentFile, PaperDocument } from '../documents/document.entities';
import { isToPay, stateOn } from '../documents/document-view';
import { DocumentsService } from '../documents/documents.service';
import { presentPaymentCode } from '../documents/present-payment-code';
import { reductionsOf } from '../documents/reductions';
import { parisDay } from '../kit/paris';
import { Prestation, PrestationStage } from '../prestations/prestation.entities';
import type { ClientPaper, ClientPayment, ClientQuote, ClientStage, ClientView } from './client-view';
import { ShareLinks } from './share-links.service';

/** What a client sees behind a secret link. */
@Injectable()
export class ClientPapers {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly links: ShareLinks,
    private readonly documents: DocumentsService,
  ) {}

  /** @throws Fault SHARE_LINK.INVALID */
  async view(secret: string): Promise<ClientView> {
    const prestationId = await this.links.prestationOf(secret);
    const prestation = await this.database.of(Prestation).findOneByOrFail({ id: prestationId });
    const { reference, title, state, organisationId } = prestation;
    const client = await this.database.of(Organisation).findOneByOrFail({ id: organisationId });
    const papers = latestOf(await this.papersOf(prestationId));
    return {
      ...{ reference, title, state, clientName: client.name, seller: sellerOf(papers) },
      quotes: await this.quotesAmong(papers),
      stages: await this.stagesOf(prestationId),
      papers: await this.shown(papers),
    };
  }

  /** A document of the link's prestation by its number. @throws Fault SHARE_LINK.INVALID, REQUEST.NOT_FOUND */
  async find(secret: string, number: string): Promise<PaperDocument> {
    const prestationId = await this.links.prestationOf(secret);
    const found = await this.database.of(PaperDocument).findOneBy({ prestationId, number });
    if (!found) throw new Fault('REQUEST.NOT_FOUND', { path: number });
    return found;
  }

  /** Whether a document is of the link's prestation. @throws Fault SHARE_LINK.INVALID */
  async has(secret: string, id: DocumentId): Promise<boolean> {
    const prestationId = await this.links.prestationOf(secret);
    return this.database.of(PaperDocument).existsBy({ prestationId, id });
  }

  /** @throws Fault SHARE_LINK.INVALID, REQUEST.NOT_FOUND, DOCUMENT.FILE_NOT_READY */
  async pdf(secret: string, number: string): Promise<{ fileName: string; file: DocumentFile }> {
    return this.documents.file((await this.find(secret, number)).id, 'pdf');
  }

  private async shown(papers: readonly PaperDocument[]): Promise<ClientPaper[]> {
    const reductions = await reductionsOf(
      this.database.manager,
      papers.map(({ id }) => id),
    );
    const shown: ClientPaper[] = [];
    for (const paper of papers) {
      const { creditedCents, paidCents } = reductions(paper.id);
      const openCents = (paper.grossCents ?? 0) - creditedCents - paidCents;
      shown.push(paperOf(paper, isToPay(paper) ? await this.paymentOf(paper, openCents) : null));
    }
    return shown;
  }

  private async paymentOf({ number, dueOn }: PaperDocument, openCents: number): Promise<ClientPayment> {
    const today = parisDay(this.clock.now());
    const code = await presentPaymentCode(this.database.manager, number ?? '', openCents, today);
    return { openCents, dueOn, code };
  }

  /** Those with a number, newest first. */
  private papersOf(prestationId: PrestationId): Promise<PaperDocument[]> {
    const order = { issuedAt: 'DESC', number: 'DESC' } as const;
    return this.database.of(PaperDocument).find({ where: { prestationId, number: Not(IsNull()) }, order });
  }

  private async stagesOf(prestationId: PrestationId): Promise<ClientStage[]> {
    const order = { position: 'ASC' } as const;
    const found = await this.database.of(PrestationStage).find({ where: { prestationId }, order });
    return found.map(({ name, plannedOn, doneOn }) => ({ name, plannedOn, doneOn }));
  }

  private async quotesAmong(papers: readonly PaperDocument[]): Promise<ClientQuote[]> {
    const quotes = papers.filter(({ kind }) => kind === 'quote');
    const decisions = await this.database
      .of(Acceptance)
      .findBy({ documentId: In(quotes.map(({ id }) => id)) });
    return Promise.all(
      quotes.map((quote) =>
        this.quoteOf(
          quote,
          decisions.find(({ documentId }) => documentId === quote.id),
        ),
      ),
    );
  }

  private async quoteOf(quote: PaperDocument, decision: Acceptance | undefined): Promise<ClientQuote> {
    const state = stateOn(quote, parisDay(this.clock.now()));
    const { number, validUntil, netCents, grossCents } = quote;
    return {
      ...{ number: number ?? '', state, validUntil, netCents: netCents ?? 0, grossCents: grossCents ?? 0 },
      pdfSha256: state === 'sent' ? await this.pdfHash(quote) : null,
      decision: decision ? { name: decision.name, day: parisDay(decision.at) } : null,
    };
  }

  /** Null while the disk refuses the PDF: the page is shown all the same. */
  private async pdfHash({ id }: PaperDocument): Promise<string | null> {
    try {
      return (await this.documents.file(id, 'pdf')).file.sha256;
    } catch (error) {
      if (error instanceof Fault && error.code === 'DOCUMENT.FILE_NOT_READY') return null;
      throw error;
    }
  }
}

/** Without quotes of which there is a newer version. */
function latestOf(papers: readonly PaperDocument[]): PaperDocument[] {
  const replaced = new Set(papers.map(({ replacesId }) => replacesId));
  return papers.filter(({ id }) => !replaced.has(id));
}

const paperOf = (
  { number, kind, issuedOn, grossCents }: PaperDocument,
  payment: ClientPayment | null,
): ClientPaper => ({
  ...{ number: number ?? '', kind, day: issuedOn ?? '', grossCents: grossCents ?? 0, payment },
});

function sellerOf([latest]: readonly PaperDocument[]): ClientView['seller'] {
  const seller = latest?.content?.seller;
  return seller ? { name: seller.name, email: seller.email, phone: seller.phone } : null;
}
