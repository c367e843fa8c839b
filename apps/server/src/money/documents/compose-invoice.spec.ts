import type { VatSettings } from '@pandafab/domain';
import { newId, type OrganisationId, type PrestationId } from '@pandafab/shared';
import type { Organisation } from '../../people/organisations/organisation.entity';
import type { PrestationLine } from '../prestations/prestation.entities';
import type { SellerSettingsBody } from '../seller/seller.schema';
import { composeInvoice } from './compose-invoice';

const franchise = {
  regime: 'franchise',
  exemptionCode: 'VATEX-FR-FRANCHISE',
  exemptionText: 'TVA non applicable, article 293 B du CGI',
} as const;

const sellerUnder = (vat: SellerSettingsBody['vat']): SellerSettingsBody => ({
  name: 'Association Les Ateliers',
  legalForm: 'Association loi 1901',
  ...{ addressLine: '1 rue de l’Exemple', postcode: '21000', city: 'Dijon', countryCode: 'FR' },
  ...{ siren: '123456782', siret: '12345678200010', vatNumber: null, rna: null, email: null },
  ...{ phone: null, website: null, iban: null, bic: null, paymentTermDays: 30, vat },
  printing: { activity: 'printing', nature: 'goods' },
  wordings: {
    latePenalty: 'pénalités',
    earlyPayment: 'escompte',
    recoveryIndemnity: 'indemnité',
    vatOnDebits: 'débits',
    operationCategory: { goods: 'biens', services: 'services', mixed: 'mixte' },
    footer: null,
  },
});

const line = (position: number, change: Partial<PrestationLine> = {}): PrestationLine => ({
  id: newId(),
  prestationId: newId<PrestationId>(),
  position,
  kind: 'typed',
  usageRecordId: null,
  label: 'Journée',
  details: [],
  ...{ quantity: '1', unit: 'DAY', basis: 1, unitPriceCents: 10_000, netCents: 10_000 },
  ...{ activity: 'training', nature: 'services', servedOn: '2026-11-20', createdAt: 0 },
  ...change,
});
const print = line(2, { kind: 'print', activity: null, nature: null, servedOn: '2026-11-18' });

const client = (siren: string | null): Organisation => ({
  id: newId<OrganisationId>(),
  name: 'Client',
  ...{ addressLine: '2 place', postcode: '21000', city: 'Dijon', countryCode: 'FR' },
  ...{
    siren,
    kind: 'client',
    serviceCode: null,
    engagementNumber: null,
    siret: null,
    vatNumber: null,
    email: null,
    createdAt: 0,
  },
});

describe('composing an invoice', () => {
  it('charges no VAT under the franchise, and prints the reason', () => {
    const composed = composeInvoice([line(1)], sellerUnder(franchise), client('987654324'));
    expect(composed.totals).toMatchObject({ netCents: 10_000, vatCents: 0, grossCents: 10_000 });
    expect(composed.mentions).toEqual([
      'TVA non applicable, article 293 B du CGI (VATEX-FR-FRANCHISE)',
      'services',
      'escompte',
      'pénalités',
      'indemnité',
    ]);
  });

  it('prints the option for debits if VAT is charged, and no recovery indemnity for private persons', () => {
    const taxable: VatSettings = { regime: 'taxable', rateBasisPoints: 2000 };
    const composed = composeInvoice([line(1)], sellerUnder(taxable), client(null));
    expect(composed.totals).toMatchObject({ vatCents: 2_000, grossCents: 12_000 });
    expect(composed.mentions).toEqual(['services', 'débits', 'escompte', 'pénalités']);
  });

  it('uses the seller’s setting for prints: goods and services together are a mixed operation', () => {
    const composed = composeInvoice([line(1), print], sellerUnder(franchise), client(null));
    expect(composed.lines.map(({ nature }) => nature)).toEqual(['services', 'goods']);
    expect(composed.operationCategory).toBe('mixed');
    expect(composeInvoice([print], sellerUnder(franchise), client(null)).operationCategory).toBe('goods');
  });

  it('covers the days of its lines, in any order', () => {
    const composed = composeInvoice([line(1), print], sellerUnder(franchise), client(null));
    expect([composed.servedFrom, composed.servedTo]).toEqual(['2026-11-18', '2026-11-20']);
  });

  it('refuses an activity that a split regime does not tax', () => {
    const split = { regime: 'split', activities: {} } as const;
    expect(() => composeInvoice([line(1)], sellerUnder(split), client(null))).toThrow(
      expect.objectContaining({ code: 'BILLING.ACTIVITY_NOT_TAXED' }),
    );
  });
});
