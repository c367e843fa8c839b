import {
  type DocumentTotals,
  documentTotals,
  type VatSettings,
  type VatTreatment,
  vatTreatment,
} from '@pandafab/domain';
import { type Cents, Fault, roundToCents } from '@pandafab/shared';
import Big from 'big.js';
import type { Organisation } from '../../people/organisations/organisation.entity';
import type { PrestationLine } from '../prestations/prestation.entities';
import type { SellerSettingsBody } from '../seller/seller.schema';
import type { ClientSnapshot, InvoiceLine, OperationKind } from './invoice.entities';

export type ComposedLine = Omit<InvoiceLine, 'id' | 'invoiceId'>;

/** The lines and amounts of an invoice, before it has a number. */
export interface ComposedInvoice {
  readonly lines: readonly ComposedLine[];
  readonly totals: DocumentTotals;
  readonly operationCategory: OperationKind;
  readonly mentions: readonly string[];
  readonly client: ClientSnapshot;
  readonly servedFrom: string;
  readonly servedTo: string;
}

/** @throws Fault BILLING.ACTIVITY_NOT_TAXED. */
function treatmentOf(vat: VatSettings, activity: string): VatTreatment {
  const treatment = vatTreatment(vat, activity);
  if (treatment) return treatment;
  const known = vat.regime === 'split' ? Object.keys(vat.activities) : [];
  throw new Fault('BILLING.ACTIVITY_NOT_TAXED', { activity, known });
}

function composeLine(line: PrestationLine, seller: SellerSettingsBody): ComposedLine {
  const { position, usageRecordId, label, details, quantity, unit, basis, netCents } = line;
  const kind: ComposedLine['kind'] = line.kind === 'print' ? 'print' : 'hand-written';
  const unitPriceCents = roundToCents(new Big(line.unitPrice).times(100));
  const nature = line.nature ?? seller.printing.nature;
  const treatment = treatmentOf(seller.vat, line.activity ?? seller.printing.activity);
  const copied = { position, kind, usageRecordId, label, details, quantity, unit, basis };
  return { ...copied, unitPriceCents, netCents, nature, ...treatment };
}

function operationKindOf(lines: readonly ComposedLine[]): OperationKind {
  const [first, ...others] = new Set(lines.map(({ nature }) => nature));
  return first === undefined || others.length > 0 ? 'mixed' : first;
}

/**
 * Legal mentions in printing order: why VAT is not charged, the kind of operation, option
 * for debits, discount, penalties, and for businesses the recovery indemnity (Code de commerce L441-10, D441-5).
 */
function mentionsOf(
  { wordings }: SellerSettingsBody,
  totals: DocumentTotals,
  operationKind: OperationKind,
  client: ClientSnapshot,
): string[] {
  const mentions = [
    ...totals.vat.map(
      ({ exemptionText, exemptionCode }) => exemptionText && `${exemptionText} (${exemptionCode})`,
    ),
    wordings.operationCategory[operationKind],
    totals.vatCents > 0 ? wordings.vatOnDebits : null,
    wordings.earlyPayment,
    wordings.latePenalty,
    client.siren === null ? null : wordings.recoveryIndemnity,
  ];
  return [...new Set(mentions)].filter((mention) => mention !== null);
}

const snapshotOf = (client: Organisation): ClientSnapshot => {
  const { name, addressLine, postcode, city, countryCode, siren, siret, vatNumber } = client;
  return { name, addressLine, postcode, city, countryCode, siren, siret, vatNumber };
};

/**
 * The contents of an invoice for these lines under the seller's settings. Pure; everything is copied, without
 * references.
 * @throws Fault BILLING.ACTIVITY_NOT_TAXED if the VAT regime is split and does not contain a line's activity.
 */
export function composeInvoice(
  prestationLines: readonly PrestationLine[],
  seller: SellerSettingsBody,
  organisation: Organisation,
): ComposedInvoice {
  const sold = prestationLines.filter(({ kind }) => kind !== 'text' && kind !== 'subtotal');
  const lines = sold.map((line) => composeLine(line, seller));
  const totals = documentTotals(lines.map((line) => ({ ...line, netCents: line.netCents as Cents })));
  const operationCategory = operationKindOf(lines);
  const client = snapshotOf(organisation);
  const mentions = mentionsOf(seller, totals, operationCategory, client);
  const days = prestationLines.map(({ servedOn }) => servedOn).sort();
  const [servedFrom = '', servedTo = servedFrom] = [days[0], days.at(-1)];
  return { lines, totals, operationCategory, mentions, client, servedFrom, servedTo };
}
