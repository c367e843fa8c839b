import type PDFDocument from 'pdfkit';
import { legible } from '../legible';
import { escapeXml } from '../xml/serialize';
import { FACES, fontOf } from './fonts';

export type Pdf = PDFKit.PDFDocument;

/** Points: A4 is 595 by 842. */
export const PAGE = { left: 48, right: 547, top: 44, bottom: 778, width: 499, sheet: 595 } as const;

export const INK = {
  text: '#1d1e1a',
  soft: '#57554d',
  rule: '#d5d0c6',
  tint: '#f3f6f3',
  accent: '#0b5d4e',
  paper: '#ffffff',
} as const;

export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
}

/** What pdfkit has and its types lack. */
interface Metadata {
  info: Record<string, unknown>;
  endMetadata(): void;
}

/** pdfkit writes title and author into the XMP as they are: they are escaped after the other places have them. */
function escapeMetadata(pdf: Pdf, { title, author }: DocumentInfo): void {
  const writer = pdf as unknown as Metadata;
  const write = writer.endMetadata.bind(writer);
  writer.endMetadata = () => {
    writer.info = { ...writer.info, Title: escapeXml(title), Author: escapeXml(author) };
    write();
  };
}

/** Loaded for the first document: with its fonts and tables it takes a twentieth of the server's start. */
const pdfkit = () => require('pdfkit') as typeof PDFDocument;

/** An empty PDF/A-3b document in French. Its date and identifier come from `info`: the same content, the same bytes. */
export function createPdf(given: DocumentInfo): Pdf {
  const info = { ...given, title: legible(given.title), author: legible(given.author) };
  const pdf = new (pdfkit())({
    size: 'A4',
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    // Page breaks are ours: tables repeat their headings and carry their sums.
    margins: { top: 0, bottom: 0, left: PAGE.left, right: PAGE.sheet - PAGE.right },
    bufferPages: true,
    lang: 'fr-FR',
    displayTitle: true,
    font: null as never,
    info: { Title: info.title, Author: info.author, Creator: 'PandaFab', CreationDate: info.createdAt },
  });
  for (const face of FACES) pdf.registerFont(face, fontOf(face) as never);
  escapeMetadata(pdf, info);
  return pdf;
}

export function rule(pdf: Pdf, y: number, from: number = PAGE.left, to: number = PAGE.right): void {
  pdf.moveTo(from, y).lineTo(to, y).lineWidth(0.6).strokeColor(INK.rule).stroke();
}

/** Ends the document and returns all of it. */
export function collect(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.end();
  });
}
