import { linesLeft } from '@pandafab/domain';
import type { DocumentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import type { Day } from '../kit/paris';
import { actionsOf } from './actions';
import { type Issued, issuedOf } from './compose/order';
import { creditsOf } from './compose/standing';
import type { DocumentDetailDto } from './document.dto';
import { Acceptance, DocumentFile, DocumentMail, PaperDocument } from './document.entities';
import { stateOn, viewDocument } from './document-view';
import { shownContent } from './paper-content.dto';
import { reductionsOf } from './reductions';

/** A document with everything around it. */
export async function detailOf(
  manager: EntityManager,
  document: PaperDocument,
  today: Day,
): Promise<DocumentDetailDto> {
  const { id, request, content } = document;
  const papers = await issuedOf(manager, document.prestationId);
  const credits = creditsOf(papers, document);
  const reductions = await reductionsOf(manager, [id]);
  const replacedBy = await manager.findOneBy(PaperDocument, { replacesId: id });
  const refer = (other: PaperDocument | null | undefined) => (other ? referenceOf(other, today) : null);
  return {
    ...viewDocument(document, reductions(id), today),
    request: request as DocumentDetailDto['request'],
    content: content && shownContent(content),
    actions: actionsOf(document, { credits, replacedBy, today }),
    replaces: refer(papers.find((other) => other.id === document.replacesId)),
    replacedBy: refer(replacedBy),
    cites: refer(papers.find((other) => other.id === document.citesId)),
    credits: credits.map((credit) => referenceOf(credit, today)),
    creditable: creditableOf(document, credits),
    acceptance: await acceptanceOf(manager, id),
    files: await filesOf(manager, id),
    mails: await mailsOf(manager, id),
  };
}

function referenceOf(document: PaperDocument, today: Day) {
  const { id, kind, number, version, issuedOn, grossCents } = document;
  return { id, kind, state: stateOn(document, today), number, version, issuedOn, grossCents };
}

/** What is left to credit of each line of an invoice or deposit. */
function creditableOf({ kind, content }: PaperDocument, credits: readonly Issued[]) {
  if (!content || (kind !== 'invoice' && kind !== 'deposit')) return [];
  const lefts = linesLeft(
    content,
    credits.map((credit) => credit.content),
  );
  return lefts
    .filter(({ quantity, netCents }) => netCents !== 0 || Number(quantity) > 0)
    .map(({ line: { position, label, kind: lineKind }, quantity, netCents }) => {
      return {
        position,
        label,
        quantityLeft: quantity,
        netCentsLeft: netCents,
        isWholeOnly: lineKind === 'earlier',
      };
    });
}

async function acceptanceOf(manager: EntityManager, documentId: DocumentId) {
  const found = await manager.findOneBy(Acceptance, { documentId });
  if (!found) return null;
  const { decision, how, name, reason, at, address, pdfSha256 } = found;
  return { decision, how, name, reason, at: toIso(at), address, pdfSha256 };
}

async function filesOf(manager: EntityManager, documentId: DocumentId) {
  const files = await manager.find(DocumentFile, { where: { documentId }, order: { kind: 'ASC' } });
  return files.map(({ kind, sha256, bytes }) => ({ kind, sha256, bytes }));
}

async function mailsOf(manager: EntityManager, documentId: DocumentId) {
  const mails = await manager.find(DocumentMail, {
    where: { documentId },
    order: { requestedAt: 'DESC', id: 'DESC' },
  });
  return mails.map(viewMail);
}

/** A mail with a document, as the API shows it. */
export const viewMail = ({
  id,
  address,
  subject,
  requestedAt,
  result,
  failure,
  settledAt,
}: DocumentMail) => ({
  ...{ id, address, subject, result, failure },
  ...{ requestedAt: toIso(requestedAt), settledAt: toIsoOrNull(settledAt) },
});
