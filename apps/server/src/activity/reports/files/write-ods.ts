import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Cell } from '../../../money/exports/tables/cell';
import { legible } from '../../../money/rendering/legible';
import { escapeXml } from '../../../money/rendering/xml/serialize';
import { widthsOf } from './column-widths';
import type { Sheet } from './sheets';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = ['office', 'table', 'text', 'style', 'number']
  .map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'number' ? 'datastyle' : name}:1.0"`,
  )
  .join(' ')
  .concat(' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"');
/** Millimetres of a character of the usual typeface. */
const MM_PER_CHARACTER = 2.1;

/**
 * The sheets as an OpenDocument spreadsheet (ISO/IEC 26300): a ZIP file whose first entry is its type, uncompressed. The
 * same sheets give the same bytes.
 */
export async function writeOds(sheets: readonly Sheet[]): Promise<Buffer> {
  const zip = new ZipFile();
  // In local time, as ZIP files have it: the same bytes wherever the server is.
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  const add = (name: string, text: string, compress = true) =>
    zip.addBuffer(Buffer.from(text), name, { ...options, compress });
  add('mimetype', MIME, false);
  add('content.xml', contentOf(sheets));
  add('styles.xml', `${HEAD}<office:document-styles ${NAMESPACES} office:version="1.3"/>`);
  add('META-INF/manifest.xml', manifest);
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

const entry = (path: string, type: string) =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
const manifest = [
  `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">`,
  ...[entry('/', MIME), entry('content.xml', 'text/xml'), entry('styles.xml', 'text/xml')],
  '</manifest:manifest>',
].join('');

/** Formats of cells: titles, euros, days of France, and texts of several lines. */
const CELL_STYLES = [
  '<number:number-style style:name="euros"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  '<number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
  '<style:style style:name="title" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="money" style:family="table-cell" style:data-style-name="euros"/>',
  '<style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>',
  '<style:style style:name="words" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>',
].join('');

function contentOf(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap(widthsOf))].sort((a, b) => a - b);
  const columns = widths.map(
    (width) =>
      `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * MM_PER_CHARACTER).toFixed(1)}mm"/></style:style>`,
  );
  return [
    `${HEAD}<office:document-content ${NAMESPACES} office:version="1.3">`,
    `<office:automatic-styles>${columns.join('')}${CELL_STYLES}</office:automatic-styles>`,
    `<office:body><office:spreadsheet>${sheets.map(tableOf).join('')}</office:spreadsheet></office:body>`,
    '</office:document-content>',
  ].join('');
}

function tableOf(sheet: Sheet): string {
  const columns = widthsOf(sheet).map((width) => `<table:table-column table:style-name="w${width}"/>`);
  const titles = sheet.titles.map((title) => textCell(title, 'title'));
  const rows = sheet.rows.map((row) => `<table:table-row>${row.map(cellOf).join('')}</table:table-row>`);
  return [
    `<table:table table:name="${escapeXml(sheet.name)}">${columns.join('')}`,
    `<table:table-header-rows><table:table-row>${titles.join('')}</table:table-row></table:table-header-rows>`,
    `${rows.join('')}</table:table>`,
  ].join('');
}

const textCell = (text: string, style: string): string => {
  const lines = legible(text)
    .split('\n')
    .map((line) => `<text:p>${escapeXml(line)}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join('')}</table:table-cell>`;
};
const valueCell = (attributes: string): string => `<table:table-cell ${attributes}/>`;
const EMPTY = '<table:table-cell/>';

/** A text is stored as text: no spreadsheet runs it as a formula. */
function cellOf(cell: Cell): string {
  if (cell === null || cell === '') return EMPTY;
  if (typeof cell === 'string') return textCell(cell, 'words');
  if ('cents' in cell) {
    if (cell.cents === null) return EMPTY;
    return valueCell(`table:style-name="money" office:value-type="float" office:value="${cell.cents / 100}"`);
  }
  if ('day' in cell) {
    if (cell.day === null) return EMPTY;
    return valueCell(`table:style-name="date" office:value-type="date" office:date-value="${cell.day}"`);
  }
  return valueCell(`office:value-type="float" office:value="${cell.number}"`);
}
