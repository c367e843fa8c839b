import { inflateSync } from 'node:zlib';

/** Content of every compressed stream of a PDF, in order. */
function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    const end = pdf.indexOf('\nendstream', at);
    const content = pdf.subarray(at + 7, end);
    streams.push(content[0] === 0x78 ? inflateSync(content).toString('latin1') : '');
  }
  return streams;
}

/** What the glyphs of one font stand for: the `[…]` lists of its ToUnicode map. */
const charactersOf = (map: string): string[] =>
  [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    ),
  );

const decode = (shown: string, font: readonly string[]): string =>
  [...shown.matchAll(/<([0-9a-f]+)>/gi)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((glyph) => font[Number.parseInt(glyph, 16)] ?? '')
    .join('');

/**
 * The text of a PDF that pdfkit made with embedded fonts, a line of the page each; every kind of space as a plain
 * one. A reader of our own, so that tests need no program: fonts F1, F2… stand in the file in the order of their maps.
 */
export function pdfText(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const maps = streams.filter((stream) => stream.includes('beginbfrange')).map(charactersOf);
  const names = [...new Set(streams.flatMap((stream) => stream.match(/\/F\d+(?= [\d.]+ Tf)/g) ?? []))].sort();
  const lines: string[] = [];
  for (const page of streams.filter((stream) => stream.includes(' TJ'))) {
    let font: readonly string[] = [];
    for (const [, name, shown] of page.matchAll(/(\/F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = maps[names.indexOf(name)] ?? [];
      else lines.push(decode(shown ?? '', font));
    }
  }
  return lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
}
