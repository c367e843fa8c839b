import { typesetFrench } from '@pandafab/shared';
import PDFDocument from 'pdfkit';

export type Pdf = PDFKit.PDFDocument;

/** Points: A4 is 595 by 842. */
export const PAGE = { left: 48, right: 547, top: 48, bottom: 780, width: 499 } as const;

export const INK = { text: '#1a1d21', soft: '#5b636e', rule: '#c9ced6', tint: '#eef2f7', accent: '#123a66' };

/** Embedded, because the fourteen standard fonts have no narrow no-break space and print differently everywhere. */
const FONTS = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;
export type Face = keyof typeof FONTS;

export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
}

/** An empty A4 document in French. Its date is the document's, so that the same invoice always gives the same bytes. */
export function createPdf({ title, author, createdAt }: DocumentInfo): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    // No automatic page break: only tables break pages, and they repeat their headings.
    margins: { top: 0, bottom: 0, left: PAGE.left, right: 595 - PAGE.right },
    bufferPages: true,
    lang: 'fr-FR',
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: createdAt, ModDate: createdAt },
  });
  for (const [face, path] of Object.entries(FONTS)) pdf.registerFont(face, path);
  return pdf.font('regular').fontSize(9).fillColor(INK.text);
}

export interface TextStyle {
  readonly face?: Face;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

/** Writes `text` in a column and returns the height it took. */
export function write(
  pdf: Pdf,
  text: string,
  x: number,
  y: number,
  width: number,
  style: TextStyle = {},
): number {
  const { face = 'regular', size = 9, colour = INK.text, align = 'left' } = style;
  pdf.font(face).fontSize(size).fillColor(colour);
  pdf.text(typesetFrench(text), x, y, { width, align, lineGap: 1.5 });
  return pdf.y - y;
}

/** The height that `write` would take. */
export function heightOf(pdf: Pdf, text: string, width: number, style: TextStyle = {}): number {
  const { face = 'regular', size = 9 } = style;
  return pdf.font(face).fontSize(size).heightOfString(typesetFrench(text), { width, lineGap: 1.5 });
}

export function rule(pdf: Pdf, y: number, from: number = PAGE.left, to: number = PAGE.right): void {
  pdf.moveTo(from, y).lineTo(to, y).lineWidth(0.6).strokeColor(INK.rule).stroke();
}

/** The whole document as bytes, once `end` is called. */
export function collect(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.end();
  });
}
