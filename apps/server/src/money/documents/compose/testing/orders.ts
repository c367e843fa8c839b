import { lineAmount, type PaperContent, type PaperKind } from '@pandafab/domain';
import type { DocumentId, OrganisationId, PrestationId, PrestationLineId } from '@pandafab/shared';
import { type AccountId, Fault } from '@pandafab/shared';
import { completeSettings, type SellerSettingsBody } from '../../../seller/seller.schema';
import type { DocumentRequest } from '../../document-request';
import { composePaper } from '../compose-paper';
import type { Issued, Order } from '../order';

const TODAY = '2026-11-29';

/** An activity for each rate, in basis points; 0 is exempt. */
export const RATES = [2000, 1000, 550, 210, 0] as const;
const activities = Object.fromEntries(
  RATES.map((rateBasisPoints) => [
    String(rateBasisPoints),
    rateBasisPoints > 0
      ? { categoryCode: 'S' as const, rateBasisPoints, exemptionCode: null, exemptionText: null }
      : {
          ...{ categoryCode: 'E' as const, rateBasisPoints: 0 as const, exemptionCode: 'VATEX-FR-CGI261-7' },
          exemptionText: 'Exonération',
        },
  ]),
);

const operationCategory = { goods: 'Biens', services: 'Services', mixed: 'Biens et services' };
export const seller: SellerSettingsBody = completeSettings({
  ...{ name: 'Association', legalForm: 'Association loi 1901', addressLine: '1 rue', postcode: '21000' },
  ...{ city: 'Dijon', countryCode: 'FR', siren: '123456782', siret: '12345678200010' },
  ...{
    vatNumber: 'FR11123456782',
    rna: null,
    email: null,
    phone: null,
    website: null,
    iban: null,
    bic: null,
  },
  vat: { regime: 'split', activities },
  printing: { activity: '2000', nature: 'services' },
  paymentTermDays: 30,
  wordings: {
    ...{ latePenalty: 'Pénalités', earlyPayment: 'Escompte', recoveryIndemnity: '40 €', vatOnDebits: null },
    ...{ personRecovery: 'Sans objet', operationCategory, footer: null },
  },
});

export interface SoldLine {
  readonly quantity: string;
  readonly unitPrice: string;
  readonly rate: (typeof RATES)[number];
  readonly discounts?: Order['prestation']['discounts'];
}

/** An order in memory, without documents. */
export function orderOf(
  lines: readonly SoldLine[],
  discounts: Order['prestation']['discounts'] = [],
  stages: Order['stages'] = [],
): Order {
  return {
    prestation: {
      ...{ id: 'p' as PrestationId, reference: 'PR-2026-000001', organisationId: 'o' as OrganisationId },
      ...{ title: 'Film', state: 'in-progress', tariffId: null, purchaseOrder: null, labId: null },
      ...{ responsibleId: null, startsOn: null, endsOn: null, notes: null, vatCase: null, discounts },
      ...{
        printsCharged: true,
        deliverTo: null,
        netCents: 0,
        urgency: '',
        linesVersion: 0,
        stagesVersion: 0,
      },
      ...{ createdBy: 'a' as AccountId, createdAt: 0, changedAt: 0 },
    },
    lines: lines.map(({ quantity, unitPrice, rate, discounts: own = [] }, at) => ({
      ...{ id: `l${at + 1}` as PrestationLineId, prestationId: 'p' as PrestationId, position: at + 1 },
      ...{ kind: 'typed', usageRecordId: null, articleId: null, stageId: null, label: `Ligne ${at + 1}` },
      ...{ details: [], quantity, unit: 'C62', basis: 1, unitPrice, discounts: own },
      netCents: lineAmount({ quantity, unitPrice, basis: 1, discounts: own }).netCents,
      ...{ activity: String(rate), nature: 'services', servedOn: TODAY, createdAt: 0 },
    })),
    stages,
    organisation: {
      ...{
        id: 'o' as OrganisationId,
        kind: 'client',
        name: 'Client',
        addressLine: '2 rue',
        postcode: '21000',
      },
      ...{ city: 'Dijon', countryCode: 'FR', siren: '987654324', siret: null, vatNumber: null, email: null },
      ...{ serviceCode: null, requiresServiceCode: false, requiresEngagement: false },
      ...{ engagementNumber: null, createdAt: 0 },
    },
    seller,
    sellers: [{ inForceFrom: '2026-01-01', settings: seller }],
    papers: [],
  };
}

/** Issues a document of an order in memory: the order with it, or the fault that refuses it. */
export function issueIn(
  order: Order,
  kind: PaperKind,
  request: DocumentRequest = {},
): { readonly order: Order; readonly issued: Issued } | { readonly fault: Fault } {
  const number = `${kind}-${order.papers.length + 1}`;
  try {
    const heading = { kind, number, version: 1, replaces: null, issuedOn: TODAY };
    const issued = issuedOf(order, kind, request, composePaper(order, heading, request).content);
    return { order: { ...order, papers: [...order.papers, issued] }, issued };
  } catch (error) {
    if (error instanceof Fault) return { fault: error };
    throw error;
  }
}

function issuedOf(order: Order, kind: PaperKind, request: DocumentRequest, content: PaperContent): Issued {
  const { number, totals, issuedOn, dueOn, validUntil } = content;
  const { netCents, vatCents, grossCents } = totals;
  return {
    ...{ id: number as DocumentId, kind, state: kind === 'quote' ? 'sent' : 'issued', number, version: 1 },
    ...{ replacesId: null, prestationId: order.prestation.id, organisationId: order.organisation.id },
    ...{ citesId: request.citesId ?? null, request, content, clientName: 'Client', reference: '', title: '' },
    ...{ purchaseOrder: null, issuedOn, dueOn, validUntil, netCents, vatCents, grossCents },
    ...{ createdBy: 'a' as AccountId, createdAt: 0, issuedBy: null, issuedAt: order.papers.length },
    ...{ sentAt: null, key: null, salt: '' },
  };
}
