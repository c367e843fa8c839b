import type { PaperContent } from '@pandafab/domain';
import { collect } from './pdf/page';
import { FACTUR_X_XMP } from './pdf/xmp';
import { creationDate, drawPaper, type RenderOptions } from './render-paper';
import { writeCii } from './xml/write-cii';

export interface FacturX {
  readonly pdf: Buffer;
  /** The bytes that the PDF has attached as `factur-x.xml`. */
  readonly xml: Buffer;
}

/** pdfkit's options for an attachment; its types lack the relationship. */
interface Attachment extends PDFKit.Mixins.PDFAttachmentOptions {
  readonly relationship: 'Alternative';
}

/**
 * An issued document as Factur-X 1.0, profile EN 16931: a PDF/A-3b with the invoice as XML. Throws for quotes and order
 * confirmations. The same content and logo give the same bytes.
 */
export async function makeFacturX(
  content: PaperContent,
  options: Pick<RenderOptions, 'logo'> = {},
): Promise<FacturX> {
  const xml = Buffer.from(writeCii(content));
  const pdf = drawPaper(content, options);
  const date = creationDate(content);
  const attachment: Attachment = {
    name: 'factur-x.xml',
    type: 'text/xml',
    description: 'Facture électronique Factur-X',
    relationship: 'Alternative',
    ...{ creationDate: date, modifiedDate: date },
  };
  pdf.file(xml, attachment);
  pdf.appendXML(FACTUR_X_XMP);
  return { pdf: await collect(pdf), xml };
}
