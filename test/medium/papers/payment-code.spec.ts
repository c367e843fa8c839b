import { qrCode, qrPath } from '../../../apps/server/src/money/kit/payment-code/qr-code';
import { renderPaper } from '../../../apps/server/src/money/rendering/render-paper';
import { drawnQrs } from './drawn-qr';
import { OFFERS, PAPERS } from './fixtures/papers';
import { inspectWithQpdf } from './qpdf';
import { readQr } from './read-qr';

const codesOf = async (content: Parameters<typeof renderPaper>[0]) =>
  drawnQrs(await renderPaper(content)).map(readQr);

describe('the payment code on a document', () => {
  it('says who is paid, how much and for what', async () => {
    expect(await codesOf(PAPERS['three rates'])).toEqual([
      [
        ...['BCD', '002', '1', 'SCT', 'AGRIFRPP', 'Association Les Ateliers'],
        ...['FR7630006000011234567890189', 'EUR1158.20', '', '', 'FA-2026-000042'],
      ].join('\n'),
    ]);
    expect((await codesOf(PAPERS.deposit)).join()).toContain('AC-2026-000011');
    expect((await inspectWithQpdf(await renderPaper(PAPERS['three rates']))).pages).toBe(1);
  });

  it.each([
    ['a quote', OFFERS.quote],
    ['an order confirmation', OFFERS['order confirmation']],
    ['a credit note', PAPERS['partial credit']],
    ['the credit of a deposit', PAPERS['credit of a deposit']],
    ['an invoice of nothing', PAPERS['final at zero']],
    [
      'a seller without bank account',
      { ...PAPERS['three rates'], seller: { ...PAPERS['three rates'].seller, iban: null } },
    ],
  ])('is not on %s', async (_, content) => {
    expect(await codesOf(content)).toEqual([]);
  });
});

describe('a QR code', () => {
  it('can be read in each size up to version 13', () => {
    const sizes = new Set<number>();
    for (const length of [...Array(33).keys()]) {
      const text = `${'é'.repeat(length)}${'x'.repeat(length * 8)}`;
      const code = qrCode(text);
      const rows = Array.from({ length: code.size }, () => Array<boolean>(code.size).fill(false));
      for (const { x, y, length: run } of code.dark) rows[y]?.fill(true, x, x + run);
      expect(readQr(rows)).toBe(text);
      sizes.add((code.size - 17) / 4);
    }
    expect([...sizes]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('of 331 bytes has version 13', () => {
    expect(qrCode('x'.repeat(331)).size).toBe(69);
  });

  it('is one path of an SVG, with its light margin', () => {
    expect(qrPath(qrCode('panda'))).toMatch(/^M4 4h7v1h-7zM/);
  });
});
