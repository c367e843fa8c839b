import { writeCii } from '../../../apps/server/src/money/rendering/xml/write-cii';
import { checkInvoice } from './checker/check-invoice';
import { checkSchema } from './checker/check-schema';
import { centsOf } from './checker/fraction';
import { readInvoice } from './checker/read-invoice';
import { OFFERS, PAPERS } from './fixtures/papers';

const papers = Object.entries(PAPERS);
const documents = Object.fromEntries(papers.map(([name, content]) => [name, writeCii(content)]));

describe('the XML of a document', () => {
  it('follows the schema of Factur-X', () => {
    const errors = checkSchema(documents);
    expect(Object.entries(errors).filter(([, each]) => each.length > 0)).toEqual([]);
    expect(Object.keys(errors)).toHaveLength(papers.length);
  });

  it.each(papers)('is right to the cent and by every rule: %s', (_, content) => {
    const xml = writeCii(content);
    expect(checkInvoice(xml)).toEqual([]);
    const { totals } = readInvoice(xml);
    expect(Number(centsOf(totals.gross))).toBe(content.totals.grossCents);
    expect(Number(centsOf(totals.due))).toBe(content.totals.grossCents);
  });

  it.each(Object.values(OFFERS))('does not exist for a $kind', (content) => {
    expect(() => writeCii(content)).toThrow('no electronic form');
  });
});

describe('what the XML says', () => {
  const read = (name: keyof typeof PAPERS) => readInvoice(writeCii(PAPERS[name]));

  it('is dates, means and addresses', () => {
    const { iban, dueDay, periodFrom, periodTo, buyer } = read('three rates');
    expect({ iban, dueDay, periodFrom, periodTo }).toEqual({
      ...{ iban: 'FR7630006000011234567890189', dueDay: '20261223' },
      ...{ periodFrom: '20261120', periodTo: '20261122' },
    });
    expect(buyer.address).toEqual({ scheme: '0225', value: '987654324' });
  });

  it('reaches a person by e-mail, and leaves the address out without one', () => {
    expect(read('a private person').buyer.address).toEqual({ scheme: 'EM', value: 'awa.diallo@exemple.fr' });
    expect(read('a person without e-mail').buyer.address).toBeUndefined();
  });

  it('is a single day where the work took one', () => {
    const { deliveryDay, periodFrom, deliveryCountry } = read('goods in the Union');
    expect({ deliveryDay, periodFrom, deliveryCountry }).toEqual({
      ...{ deliveryDay: '20261122', periodFrom: undefined, deliveryCountry: 'DE' },
    });
    expect(read('goods exported').deliveryCountry).toBe('CH');
  });

  it('asks for no transfer when nothing is due', () => {
    for (const name of ['final at zero', 'partial credit'] as const)
      expect(read(name).meansCode).toBeUndefined();
  });

  it('is when VAT falls due, on each row', () => {
    expect(read('three rates').vat.map(({ dueCode }) => dueCode)).toEqual(['72', '72', '72']);
    expect(read('goods exported').vat.map(({ dueCode }) => dueCode)).toEqual(['29']);
  });

  it('names both parties without VAT numbers outside the scope of VAT', () => {
    const { seller, buyer } = read('outside the scope');
    expect([seller.vatNumber, seller.taxNumber, buyer.vatNumber]).toEqual([
      undefined,
      '123456782',
      undefined,
    ]);
  });

  it('has one discount for each discount and VAT row', () => {
    const { allowances, lines } = read('discounts');
    expect(allowances.map(({ amount, rate }) => [amount, rate])).toEqual([
      ['40.50', '10.00'],
      ['4.52', '20.00'],
      ['9.00', '10.00'],
      ['1.00', '20.00'],
    ]);
    expect(lines.flatMap((line) => line.allowances.map(({ amount }) => amount))).toEqual([
      ...['90.00', '4.50', '5.00'],
    ]);
  });

  it('turns the discount of a line that takes back into a charge', () => {
    const [first] = PAPERS['final after deposits'].lines;
    const { lines, ...rest } = PAPERS['final after deposits'];
    const discount = { label: 'Repris', percent: null, cents: -100 as typeof rest.totals.netCents };
    const xml = writeCii({ ...rest, lines: first ? [{ ...first, discounts: [discount] }] : [] });
    expect(readInvoice(xml).lines[0]?.allowances).toMatchObject([{ isCharge: true, amount: '1.00' }]);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('keeps a text line as the note of the line below it', () => {
    const xml = writeCii(PAPERS['several pages']);
    expect(xml).toContain('<ram:Content>Lot 2</ram:Content>');
    expect(xml).not.toContain('Sous-total');
  });
});
