import { makeFacturX } from '../../../apps/server/src/money/rendering/factur-x';
import { writeCii } from '../../../apps/server/src/money/rendering/xml/write-cii';
import { pdfText } from '../fixtures/pdf-text';
import { checkSchema, checkWellFormed } from './checker/check-schema';
import { readInvoice } from './checker/read-invoice';
import { HOSTILE, withText } from './fixtures/hostile';
import { xmpOf } from './pdf-metadata';
import { inspectWithQpdf } from './qpdf';

const texts = Object.entries(HOSTILE);

/** The metadata of each document, for one check of all. */
const xmp: Record<string, string> = {};

describe('texts that staff or clients write', () => {
  it('give valid XML, whatever they are', () => {
    const documents = Object.fromEntries(texts.map(([name, text]) => [name, writeCii(withText(text))]));
    const errors = checkSchema(documents);
    expect(Object.entries(errors).filter(([, each]) => each.length > 0)).toEqual([]);
  });

  it('come back out of the XML as they were', () => {
    const nameOf = (text: string) => readInvoice(writeCii(withText(text))).lines[0]?.name;
    for (const name of ['markup', 'emoji', 'four thousand characters', 'one word'] as const)
      expect(nameOf(HOSTILE[name])).toBe(HOSTILE[name].trim());
    expect(nameOf(HOSTILE.controls)).toBe('abcdef\nghij');
  });

  it.each(texts)('give a sound PDF: %s', async (name, text) => {
    const { pdf, xml } = await makeFacturX(withText(text));
    const { attachments, pages } = await inspectWithQpdf(pdf);
    expect(attachments['factur-x.xml']?.equals(xml)).toBe(true);
    expect(pdfText(pdf)).toContain(`page ${pages} sur ${pages}`);
    xmp[name] = xmpOf(pdf);
  });

  it('give metadata that can be read', () => {
    expect(Object.keys(xmp)).toHaveLength(texts.length);
    expect(Object.values(checkWellFormed(xmp)).flat()).toEqual([]);
  });

  it('are printed to their end over several pages, where they have no limited place', async () => {
    const paper = withText(HOSTILE['one word']);
    const { pdf } = await makeFacturX(paper);
    const ofLines = 3 * paper.lines.filter(({ kind }) => kind === 'item').length;
    const termsAndNote = 2;
    expect(pdfText(pdf).match(/x/g)?.length).toBeGreaterThan((ofLines + termsAndNote) * 4_000);
    expect(pdfText(pdf)).toContain('x…');
  });

  it('print a box for what the typeface lacks, never its missing glyph', async () => {
    const text = pdfText((await makeFacturX(withText(HOSTILE.emoji))).pdf);
    expect(text).toContain('□');
    expect(text).not.toContain('\u0000');
  });
});
