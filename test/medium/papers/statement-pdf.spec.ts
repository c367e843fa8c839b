import {
  renderStatement,
  type StatementPaper,
  type StatementRow,
} from '../../../apps/server/src/money/rendering/render-statement';
import { pdfText } from '../fixtures/pdf-text';
import { PAPERS } from './fixtures/papers';
import { inspectWithQpdf } from './qpdf';

const { seller, client } = PAPERS['three rates'];

const row = (day: string, label: string, cents: number, balanceCents: number): StatementRow => ({
  ...{ day, label, balanceCents, debitCents: Math.max(cents, 0), creditCents: Math.max(-cents, 0) },
});

const paper = (change: Partial<StatementPaper> = {}): StatementPaper => ({
  ...{ seller, holder: client, day: '2026-11-30', from: '2026-01-01', to: '2026-11-30' },
  ...{ openingCents: 5_000, closingCents: 12_550 },
  rows: [
    row('2026-03-02', 'Facture FA-2026-000042 · Atelier « engrenages » à l’école', 24_050, 29_050),
    row('2026-04-01', 'Règlement RE-2026-000007 · Ville de Dijon', -16_500, 12_550),
  ],
  open: [
    { label: 'Facture FA-2026-000042', issuedOn: '2026-03-02', dueOn: '2026-04-01', openCents: 7_550 },
    { label: 'Facture FA-2026-000050', issuedOn: '2026-11-20', dueOn: '2026-12-20', openCents: 5_000 },
  ],
  sentences: ['Reste à payer au 30/11/2026 : 125,50 €.'],
  ...change,
});

describe('a statement as PDF', () => {
  it('has the entries, both sums, the balance, and what is not settled', async () => {
    const pdf = await renderStatement(paper());
    expect((await inspectWithQpdf(pdf)).pages).toBe(1);
    const lines = pdfText(pdf).split('\n');
    const following = (word: string, count: number) => {
      const at = lines.indexOf(word);
      return lines.slice(at + 1, at + 1 + count);
    };
    expect(lines).toContain('du 01/01/2026 au 30/11/2026');
    expect(following('Solde précédent', 1)).toEqual(['50,00 €']);
    expect(following('02/03/2026', 4).filter((line) => line.endsWith('€'))).toEqual(['240,50 €', '290,50 €']);
    expect(lines).toContain('Reste à payer au 30/11/2026 : 125,50 €.');
    expect(following('dont en retard', 1)).toEqual(['75,50 €']);
    const closing = lines.lastIndexOf('Solde');
    expect(lines.slice(closing + 1, closing + 4)).toEqual(['240,50 €', '165,00 €', '125,50 €']);
  });

  it('goes over many pages with its headings, and gives the same bytes again', async () => {
    const many = Array.from({ length: 300 }, (_, at) => row('2026-05-04', `Facture FA-${at}`, 100, at * 100));
    const pdf = await renderStatement(paper({ rows: many, from: null, open: [] }));
    const { pages } = await inspectWithQpdf(pdf);
    expect(pages).toBeGreaterThan(5);
    const text = pdfText(pdf);
    expect(text.split('\n').filter((line) => line === 'Opération')).toHaveLength(pages);
    expect(text).toContain('jusqu’au 30/11/2026');
    expect(text).not.toContain('Documents non réglés');
    expect(pdf.equals(await renderStatement(paper({ rows: many, from: null, open: [] })))).toBe(true);
  });

  it('is made for a person without an address, and of hostile words', async () => {
    const holder = { ...client, contactName: null, addressLine: '', postcode: '', city: '' };
    const label = `\u202eFacture <b>${'x'.repeat(3_000)}\u0000`;
    const pdf = await renderStatement(
      paper({ holder, rows: [row('2026-05-04', label, 1, 1)], openingCents: -1 }),
    );
    expect((await inspectWithQpdf(pdf)).pages).toBe(1);
    expect(pdfText(pdf)).toContain('\u22120,01 €');
  });
});
