import { isBooked, type PaperContent } from '@pandafab/domain';
import { makeFacturX } from '../rendering/factur-x';
import { renderPaper } from '../rendering/render-paper';
import type { DocumentFileKind } from './document.entities';

export interface MadeFile {
  readonly kind: DocumentFileKind;
  readonly content: Buffer;
}

/** The files of a document: a PDF, with the electronic invoice for documents that enter the books. */
export async function renderFiles(content: PaperContent, logo: Buffer | undefined): Promise<MadeFile[]> {
  const options = logo ? { logo } : {};
  if (!isBooked(content.kind)) return [{ kind: 'pdf', content: await renderPaper(content, options) }];
  const { pdf, xml } = await makeFacturX(content, options);
  return [
    { kind: 'pdf', content: pdf },
    { kind: 'xml', content: xml },
  ];
}
