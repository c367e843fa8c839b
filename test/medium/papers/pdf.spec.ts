import { makeFacturX } from '../../../apps/server/src/money/rendering/factur-x';
import { renderPaper } from '../../../apps/server/src/money/rendering/render-paper';
import { pdfText } from '../fixtures/pdf-text';
import { checkWellFormed } from './checker/check-schema';
import { pngLogo } from './fixtures/logo';
import { OFFERS, PAPERS, type PaperName } from './fixtures/papers';
import { xmpOf } from './pdf-metadata';
import { inspectWithQpdf } from './qpdf';

const papers = Object.entries(PAPERS);
const textOf = async (name: PaperName) => pdfText(await renderPaper(PAPERS[name]));

describe('an issued document as PDF', () => {
  it.each(papers)('holds its XML and is sound: %s', async (_, content) => {
    const { pdf, xml } = await makeFacturX(content);
    const { attachments } = await inspectWithQpdf(pdf);
    expect(Object.keys(attachments)).toEqual(['factur-x.xml']);
    expect(attachments['factur-x.xml']?.equals(xml)).toBe(true);
  });

  it('says in the container what is attached', async () => {
    const { pdf } = await makeFacturX(PAPERS['three rates']);
    const raw = pdf.toString('latin1');
    for (const said of ['/AFRelationship /Alternative', '/Subtype /text#2Fxml', '/GTS_PDFA1', '/FontFile2'])
      expect(raw).toContain(said);
    const xmp = xmpOf(pdf);
    expect(checkWellFormed({ xmp })).toEqual({ xmp: [] });
    for (const said of ['<pdfaid:part>3<', '<pdfaid:conformance>B<', '<fx:ConformanceLevel>EN 16931<'])
      expect(xmp).toContain(said);
  });

  it('gives the same bytes whatever was made before', async () => {
    const first = await makeFacturX(PAPERS.discounts);
    for (const [, content] of papers) await renderPaper(content);
    const again = await makeFacturX(PAPERS.discounts);
    expect(again.pdf.equals(first.pdf)).toBe(true);
    expect(again.xml.equals(first.xml)).toBe(true);
  });

  it('shows a logo, also a transparent one', async () => {
    const bare = await renderPaper(PAPERS.franchise);
    for (const hasAlpha of [false, true]) {
      const options = { logo: pngLogo(400, 90, hasAlpha) };
      const pdf = await renderPaper(PAPERS.franchise, options);
      expect(pdf.toString('latin1')).toContain('/Subtype /Image');
      expect(pdf.length).toBeGreaterThan(bare.length);
      expect(pdf.equals(await renderPaper(PAPERS.franchise, options))).toBe(true);
      expect((await inspectWithQpdf(pdf)).pages).toBe(1);
    }
  });
});

describe('the pages', () => {
  it('carry the sum of the lines from one to the next', async () => {
    const pdf = await renderPaper(PAPERS['several pages']);
    const text = pdfText(pdf);
    const { pages } = await inspectWithQpdf(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain(`FA-2026-000042 · page 2 sur ${pages}`);
    expect(text.match(/^Désignation$/gm)).toHaveLength((text.match(/^Report$/gm)?.length ?? 0) + 1);
    const carried = [...text.matchAll(/À reporter\n(.+)/g)].map(([, sum]) => sum);
    const brought = [...text.matchAll(/\nReport\n(.+)/g)].map(([, sum]) => sum);
    expect(carried.length).toBeGreaterThan(1);
    expect(brought).toEqual(carried);
  });

  it('have no totals and mentions without an item, and no text as the last row', async () => {
    const text = await textOf('several pages');
    const lastPage = text.slice(text.lastIndexOf('\nReport\n'));
    expect(lastPage).toContain('Pièce 70 : boîtier et couvercle');
    expect(lastPage).toContain('Total TTC à payer');
    for (const item of [47, 50, 53, 56, 57, 58, 61, 64]) {
      const lines = PAPERS['several pages'].lines.slice(0, item);
      const cut = pdfText(await renderPaper({ ...PAPERS['several pages'], lines }));
      expect(cut).not.toMatch(/Lot \d\nÀ reporter/);
      expect(cut).not.toMatch(/Report\n.*\nSous-total/);
      const pages = 1 + (cut.match(/^Report$/gm)?.length ?? 0);
      expect(cut).toContain(`page ${pages} sur ${pages}`);
      const last = cut.slice(cut.lastIndexOf('\nReport\n'));
      for (const said of ['Pièce', 'Total TTC à payer', 'escompte']) expect(last).toContain(said);
    }
  });

  it('are one for a short document', async () => {
    expect((await inspectWithQpdf(await renderPaper(PAPERS['three rates']))).pages).toBe(1);
    expect(await textOf('three rates')).toContain('page 1 sur 1');
  });

  it('show each rate, what is due and where to pay it', async () => {
    const text = await textOf('three rates');
    for (const said of [
      'TVA 20 % sur 115,17 €',
      'TVA 5,5 % sur 28,44 €',
      'Total TTC à payer',
      '1 158,20 € à payer au plus tard le 23/12/2026.',
      'IBAN : FR76 3000 6000 0112 3456 7890 189',
      'Référence à rappeler : FA-2026-000042',
      'SIRET 123 456 782 00010',
    ])
      expect(text).toContain(said);
  });

  it.each<readonly [PaperName, string]>([
    ['franchise', 'TVA non applicable, article 293 B du CGI'],
    ['exempt, to a public body', 'Exonération de TVA, article 261-7-1° du CGI.'],
    ['service in the Union', 'TVA due par le client, sur 960,00 €'],
    ['goods in the Union', 'ALLEMAGNE'],
    ['goods exported', '1200 Genève SUISSE'],
    ['final at zero', 'Rien à payer'],
    ['final after deposits', '−270,00 €'],
    ['partial credit', 'Cet avoir corrige la facture FA-2026-000042 du 23/11/2026.'],
    ['credit of a deposit', 'Cet avoir corrige la facture d’acompte AC-2026-000011 du 02/10/2026.'],
    ['discounts', 'Tarif adhérent (10 %) : −90,00 €'],
    ['discounts', 'Fidélité (5 %)'],
    ['exempt, to a public body', 'EJ-2026-00815'],
  ])('of "%s" say "%s"', async (name, said) => {
    expect((await textOf(name)).replaceAll('\n', ' ')).toContain(said);
  });

  it('of a private person name no recovery costs', async () => {
    expect(await textOf('a private person')).not.toContain('recouvrement');
  });
});

describe('an offer', () => {
  it('is a plain PDF that a client can sign', async () => {
    const pdf = await renderPaper(OFFERS.quote);
    const text = pdfText(pdf);
    for (const said of [
      ...['Bon pour accord', 'Valable jusqu’au', '31/12/2026', 'Cette version 2 remplace'],
      // On the page of the signature.
      'Devis DE-2026-000031 (version 2) du 23/11/2026\nTotal : 1 071,79 € TTC',
    ])
      expect(text).toContain(said);
    expect((await inspectWithQpdf(pdf)).attachments).toEqual({});
    expect(xmpOf(pdf)).not.toContain('factur-x');
  });

  it('is no invoice', async () => {
    await expect(makeFacturX(OFFERS['order confirmation'])).rejects.toThrow('no electronic form');
  });

  it('is marked on each page while it is a draft', async () => {
    const text = pdfText(await renderPaper(OFFERS['order confirmation'], { isDraft: true }));
    expect(text).toContain('BROUILLON');
    expect(text).toContain('Brouillon · page 1 sur 1');
  });
});
