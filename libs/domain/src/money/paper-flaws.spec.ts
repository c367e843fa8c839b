import { cents } from '@pandafab/shared';
import type { LineTax, PaperContent, VatCategory } from './paper';
import { paperFlaws } from './paper-flaws';
import { earlierLines, itemLine, paper, rowsByHand, taxed } from './testing/papers';

const line = (tax: Partial<LineTax> = {}, position = 1) => {
  const made = itemLine({ quantity: '2', unitPrice: '10' }, position);
  return { ...made, tax: { ...made.tax, ...tax } };
};
const abroad = (categoryCode: VatCategory, code: string): Partial<LineTax> => ({
  ...{ categoryCode, rateBasisPoints: 0, exemptionCode: code, exemptionText: 'Motif' },
});
const good = paper('invoice', [line()]);
const germany = { ...good.client, countryCode: 'DE', vatNumber: 'DE123456788' };
const city = { ...good.client, kind: 'public-body' as const };
const codesOf = (content: PaperContent, demands?: Parameters<typeof paperFlaws>[1]) =>
  paperFlaws(content, demands).map(({ code }) => code);
const changed = (changes: Partial<PaperContent>) => codesOf({ ...good, ...changes });
const withTax = (tax: Partial<LineTax>, changes: Partial<PaperContent> = {}) =>
  codesOf(paper('invoice', [line(tax)], [], changes));

it('a good document has no flaw', () => {
  expect(paperFlaws(good)).toEqual([]);
});

describe('amounts', () => {
  it('a line must multiply out, have few places, a label and no negative price', () => {
    const of = (changes: object) => codesOf(paper('invoice', [{ ...line(), ...changes }]));
    expect(of({ netCents: cents(2_001) })).toEqual(['LINE_AMOUNT']);
    expect(of({ label: ' ' })).toEqual(['LABEL_MISSING']);
    expect(of({ quantity: '2.00001' })).toEqual(['QUANTITY_PLACES']);
    expect(of({ unitPrice: '10.0000001' })).toEqual(['PRICE_PLACES']);
    expect(of({ quantity: '-2', unitPrice: '-10' })).toEqual(['PRICE_NEGATIVE']);
    expect(codesOf(paper('invoice', []))).toContain('NO_LINES');
  });

  it('a cent in a row of VAT, a total or a discount shows', () => {
    const [row] = good.vat;
    if (!row) throw new Error('no row');
    expect(changed({ vat: [{ ...row, vatCents: cents(401) }] })).toEqual(['SUMS']);
    expect(changed({ totals: { ...good.totals, grossCents: cents(2_401) } })).toEqual(['SUMS']);
    expect(changed({ vat: [...good.vat, ...good.vat] })).toEqual(['SUMS']);
    const discounted = paper('invoice', [line()], [{ kind: 'percent', percent: '10', label: 'Remise' }]);
    expect(codesOf(discounted)).toEqual([]);
    const [discount] = discounted.discounts;
    if (!discount) throw new Error('no discount');
    expect(codesOf({ ...discounted, discounts: [{ ...discount, cents: cents(201) }] })).toEqual(['SUMS']);
  });

  it('a total below 0.00 is refused, and 0.00 without something taken back', () => {
    const back = { ...line(), quantity: '-2', netCents: cents(-2_000) };
    expect(codesOf(paper('invoice', [back]))).toEqual(['TOTAL_NEGATIVE']);
    expect(codesOf(paper('invoice', [itemLine({ unitPrice: '0' }, 1)]))).toEqual(['TOTAL_ZERO']);
    const all = earlierLines('AC-2026-000001', rowsByHand([[2000, 2_000]]), 2);
    expect(codesOf(paper('invoice', [line(), ...all], [], { process: 'S4' }))).toEqual([]);
  });

  it('a total of more than 999 999 999.99 € with tax is refused', () => {
    const most = (unitPrice: string) => codesOf(paper('invoice', [itemLine({ unitPrice }, 1)]));
    expect(most('833333333.32')).toEqual([]);
    expect(most('833333333.34')).toEqual(['TOTAL_TOO_LARGE']);
  });
});

describe('VAT', () => {
  it('has a rate of the French list', () => {
    expect(withTax({ rateBasisPoints: 1900 })).toEqual(['RATE_UNKNOWN']);
    expect(withTax({ ...abroad('E', 'VATEX-FR-FRANCHISE'), rateBasisPoints: 2000 })).toEqual([
      'RATE_NOT_ZERO',
    ]);
  });

  it('says why it is not charged, by code and text', () => {
    expect(withTax({ ...taxed(0), exemptionCode: null, exemptionText: ' ' })).toEqual([
      'EXEMPTION_MISSING',
      'EXEMPTION_TEXT_MISSING',
    ]);
  });

  it('has one motive in a row', () => {
    const two = [line(taxed(0)), line({ ...taxed(0), exemptionCode: 'VATEX-FR-CGI261-7' }, 2)];
    expect(paperFlaws(paper('invoice', two))).toEqual([
      { code: 'TWO_MOTIVES', parameters: { category: 'E', rateBasisPoints: 0 }, severity: 'refusal' },
    ]);
  });

  it('outside its scope is alone on the document', () => {
    const mixed = [line(abroad('O', 'VATEX-EU-O')), line({}, 2)];
    expect(codesOf(paper('invoice', mixed))).toEqual(['OUTSIDE_SCOPE_WITH_OTHERS']);
  });

  it('needs VAT numbers: of the seller, and for AE and K of the client', () => {
    const seller = { ...good.seller, vatNumber: null };
    expect(changed({ seller })).toEqual(['SELLER_VAT_NUMBER_MISSING']);
    const both = { seller, client: { ...germany, vatNumber: null } };
    expect(withTax(abroad('AE', 'VATEX-EU-AE'), both)).toEqual([
      'SELLER_VAT_NUMBER_MISSING',
      'CLIENT_VAT_NUMBER_MISSING',
    ]);
    expect(withTax(abroad('O', 'VATEX-EU-O'), { seller, client: germany })).toEqual(['NO_PLATFORM']);
  });

  it('of goods needs the country and day of delivery', () => {
    const goods = abroad('K', 'VATEX-EU-IC');
    expect(withTax(goods, { client: germany })).toEqual([]);
    expect(withTax(goods, { client: { ...good.client, vatNumber: 'FR1' } })).toEqual([
      'DELIVERY_NOT_IN_UNION',
    ]);
    expect(withTax(goods, { client: germany, servedTo: null })).toEqual([
      'DELIVERY_DAY_MISSING',
      'SERVICE_DAY_MISSING',
    ]);
    const swiss = { ...good.client, countryCode: 'CH' };
    expect(withTax(abroad('G', 'VATEX-EU-G'), { client: swiss })).toEqual([]);
    expect(withTax(abroad('G', 'VATEX-EU-G'), { client: germany })).toEqual(['DELIVERY_NOT_ABROAD']);
    expect(withTax(abroad('G', 'VATEX-EU-G'), { client: { ...good.client, countryCode: 'RE' } })).toEqual([]);
  });
});

describe('parties', () => {
  it('have names, addresses and numbers', () => {
    expect(changed({ seller: { ...good.seller, city: '', siren: '12', siret: '123' } })).toEqual([
      ...['SELLER_FIELD_MISSING', 'SELLER_SIREN', 'SELLER_SIRET'],
    ]);
    expect(changed({ client: { ...good.client, name: ' ' } })).toEqual(['CLIENT_FIELD_MISSING']);
    expect(
      withTax(abroad('O', 'VATEX-EU-O'), { client: { ...good.client, countryCode: 'IE', postcode: '' } }),
    ).toEqual(['NO_PLATFORM']);
  });

  it('a business without SIREN is a warning: some associations have none', () => {
    expect(paperFlaws({ ...good, client: { ...good.client, siren: null } })).toEqual([
      { code: 'CLIENT_SIREN_MISSING', parameters: {}, severity: 'warning' },
    ]);
  });

  it('a private person has no SIREN, and an address for mail', () => {
    const person = { ...good.client, kind: 'person' as const, email: null };
    expect(changed({ client: person })).toEqual(['CLIENT_SIREN_OF_PERSON', 'CLIENT_EMAIL_MISSING']);
  });

  it('a public body has a SIRET, and the codes that its record demands', () => {
    const demands = { requiresServiceCode: true, requiresEngagement: true };
    expect(codesOf({ ...good, client: city })).toEqual([]);
    expect(codesOf({ ...good, client: { ...city, siret: null } }, demands)).toEqual([
      ...['CLIENT_SIRET_MISSING', 'SERVICE_CODE_MISSING', 'PURCHASE_ORDER_MISSING'],
    ]);
  });

  it('Chorus Pro has lengths, and names the field', () => {
    const long = { ...good, client: { ...city, name: 'x'.repeat(100) }, purchaseOrder: 'x'.repeat(51) };
    expect(codesOf(long)).toEqual(['TOO_LONG', 'TOO_LONG']);
    expect(paperFlaws(long).map(({ parameters }) => parameters)).toEqual([
      { field: 'clientName', most: 99 },
      { field: 'purchaseOrder', most: 50 },
    ]);
    expect(changed({ purchaseOrder: 'x'.repeat(51) })).toEqual([]);
  });

  it('Chorus Pro reads one earlier document: more are a warning', () => {
    const cites = [1, 2].map((at) => ({
      ...{ kind: 'deposit' as const, number: `AC-2026-00000${at}`, day: good.issuedOn },
    }));
    expect(paperFlaws({ ...good, client: city, cites })).toEqual([
      { code: 'MANY_CITATIONS', parameters: {}, severity: 'warning' },
    ]);
    expect(changed({ cites })).toEqual([]);
  });

  it('exempt services for a business are not for its platform', () => {
    const tax = { ...taxed(0), exemptionCode: 'VATEX-FR-CGI261-7' };
    expect(withTax(tax)).toEqual(['NO_PLATFORM']);
    expect(withTax(tax, { client: city })).toEqual([]);
  });
});

describe('papers', () => {
  it('have a number of at most 20 allowed characters', () => {
    expect(changed({ number: 'FA-2026-000001-ATELIER' })).toEqual(['NUMBER_TOO_LONG']);
    expect(changed({ number: 'FA 2026' })).toEqual(['NUMBER_CHARACTERS']);
    expect(changed({ number: '' })).toEqual([]);
  });

  it('are due after their issue, name the days of service and what they credit', () => {
    expect(changed({ dueOn: '2026-11-01' })).toEqual(['DUE_BEFORE_ISSUE']);
    expect(changed({ servedTo: null })).toEqual(['SERVICE_DAY_MISSING']);
    expect(changed({ kind: 'credit-note' })).toEqual(['CITATION_MISSING']);
    const later = [{ kind: 'deposit' as const, number: 'AC-2026-000001', day: '2099-01-01' }];
    expect(changed({ cites: later })).toEqual(['CITATION_LATER']);
  });

  it('have each note once, and a process that fits', () => {
    const [first] = good.notes;
    expect(changed({ notes: good.notes.slice(1) })).toEqual(['NOTE_MISSING']);
    expect(changed({ notes: first ? [...good.notes, first] : [] })).toEqual(['NOTE_TWICE']);
    expect(changed({ process: 'S2' })).toEqual(['PROCESS']);
    expect(changed({ kind: 'deposit', process: 'S4' })).toEqual(['PROCESS']);
  });

  it('that are quotes have only warnings about what can still be mended', () => {
    const quote = paper('quote', [line()], [], {
      ...{ notes: [], process: null, client: { ...city, siret: null }, servedTo: null },
    });
    expect(paperFlaws(quote)).toEqual([
      { code: 'CLIENT_SIRET_MISSING', parameters: {}, severity: 'warning' },
    ]);
    const validUntil = (day: string) => paperFlaws({ ...quote, client: city, validUntil: day });
    expect(validUntil(quote.issuedOn)).toEqual([]);
    expect(validUntil('2026-01-01')).toMatchObject([{ code: 'VALIDITY_PAST', severity: 'refusal' }]);
  });
});
