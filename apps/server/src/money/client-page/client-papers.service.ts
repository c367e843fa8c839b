import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type PrestationId } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Acceptance, type DocumentFile, PaperDocument } from '../documents/document.entities';
import { stateOn } from '../documents/document-view';
import { DocumentsService } from '../documents/documents.service';
import { parisDay } from '../kit/paris';
import { Prestation, PrestationStage } from '../prestations/prestation.entities';
import type { ClientPaper, ClientQuote, ClientStage, ClientView } from './client-view';
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
      papers: papers.map(paperOf),
    };
  }

  /** A document of the link's prestation by its number. @throws Fault SHARE_LINK.INVALID, REQUEST.NOT_FOUND */
  async find(secret: string, number: string): Promise<PaperDocument> {
    const prestationId = await this.links.prestationOf(secret);
    const found = await this.database.of(PaperDocument).findOneBy({ prestationId, number });
    if (!found) throw new Fault('REQUEST.NOT_FOUND', { path: number });
    return found;
  }

  /** @throws Fault SHARE_LINK.INVALID, REQUEST.NOT_FOUND, DOCUMENT.FILE_NOT_READY */
  async pdf(secret: string, number: string): Promise<{ fileName: string; file: DocumentFile }> {
    return this.documents.file((await this.find(secret, number)).id, 'pdf');
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

const paperOf = ({ number, kind, issuedOn, grossCents }: PaperDocument): ClientPaper => ({
  ...{ number: number ?? '', kind, day: issuedOn ?? '', grossCents: grossCents ?? 0 },
});

function sellerOf([latest]: readonly PaperDocument[]): ClientView['seller'] {
  const seller = latest?.content?.seller;
  return seller ? { name: seller.name, email: seller.email, phone: seller.phone } : null;
}
