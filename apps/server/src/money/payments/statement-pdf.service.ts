import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type OrganisationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { clientOnPaper, sellerOnPaper } from '../documents/compose/parties';
import { frenchDay } from '../kit/french';
import { type Day, parisDay } from '../kit/paris';
import { euros } from '../rendering/pdf/figures';
import { renderStatement, transferSentence } from '../rendering/render-statement';
import { LogosService } from '../seller/logos.service';
import { sellerOn } from '../seller/seller.service';
import type { StatementItem } from './accounts.dto';
import { openDocuments } from './open-documents';
import { type Period, statementOf } from './statement';

/** Statements are addressed to clients: they are in French, as documents are. */
const KINDS: Readonly<Record<StatementItem['kind'], string>> = {
  invoice: 'Facture',
  deposit: 'Facture d’acompte',
  'credit-note': 'Avoir',
  'deposit-credit': 'Avoir sur acompte',
  payment: 'Règlement',
  refund: 'Remboursement',
  reversal: 'Règlement annulé',
};

/** The statement of a client's account as PDF, to be sent to the client. */
@Injectable()
export class StatementPdf {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly logos: LogosService,
  ) {}

  /** @throws Fault ORGANISATION.UNKNOWN, BILLING.SELLER_MISSING */
  async render(organisationId: OrganisationId, period: Period): Promise<Buffer> {
    const { manager } = this.database;
    const client = await manager.findOneBy(Organisation, { id: organisationId });
    if (!client) throw new Fault('ORGANISATION.UNKNOWN');
    const day = parisDay(this.clock.now());
    const { settings } = await sellerOn(manager, day);
    const { openingCents, closingCents, items } = await statementOf(manager, organisationId, period);
    const seller = sellerOnPaper(settings);
    return renderStatement({
      ...{ seller, holder: clientOnPaper(client), day, ...period, openingCents, closingCents },
      rows: items.map(({ day: on, kind, number, title, cents, balanceCents }) => ({
        ...{ day: on, label: `${KINDS[kind]} ${number} · ${title}`, balanceCents },
        ...{ debitCents: Math.max(cents, 0), creditCents: Math.max(-cents, 0) },
      })),
      // What is open is known today only.
      open: period.to === day ? await openOf(manager, organisationId) : [],
      sentences: [balanceSentence(closingCents, period.to), ...transferSentence(seller, closingCents)],
      logo: await this.logos.bytes(settings.logoSha256),
    });
  }
}

async function openOf(manager: EntityManager, organisationId: OrganisationId) {
  const documents = await openDocuments(manager, { organisationId });
  return documents
    .filter(({ openCents }) => openCents > 0)
    .map(({ kind, number, issuedOn, dueOn, openCents }) => ({
      ...{ label: `${KINDS[kind]} ${number}`, issuedOn, dueOn, openCents },
    }));
}

function balanceSentence(cents: number, day: Day): string {
  const on = frenchDay(day);
  if (cents === 0) return `Votre compte est soldé au ${on}.`;
  return cents > 0
    ? `Reste à payer au ${on} : ${euros(cents)}.`
    : `Solde en votre faveur au ${on} : ${euros(-cents)}.`;
}
