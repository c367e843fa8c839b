import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AccountId, type DocumentId, Fault, newId, type PrestationId } from '@pandafab/shared';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import type { Prestation } from '../prestations/prestation.entities';
import { lockNamed } from '../prestations/prestation-lines';
import {
  type DocumentChangesDto,
  type DocumentDto,
  type NewDocumentDto,
  requestSchemas,
} from './document.dto';
import { PaperDocument } from './document.entities';
import type { DocumentRequest } from './document-request';
import { viewDocument } from './document-view';
import { demandDraft, lockDocument } from './find-document';
import { NO_REDUCTIONS } from './reductions';

/** Documents before they have a number. */
@Injectable()
export class DraftsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Idempotent by key: a repeated request answers with the document that the first one created.
   * @throws Fault REQUEST.NOT_FOUND, DOCUMENT.REQUEST_UNFIT, PRESTATION.CANCELLED.
   */
  async create(
    by: AccountId,
    prestationId: PrestationId,
    { kind, request, key }: NewDocumentDto,
  ): Promise<{ document: DocumentDto; isNew: boolean }> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const prestation = await lockNamed(unit, prestationId);
      const earlier = key === undefined ? null : await manager.findOneBy(PaperDocument, { key });
      if (earlier && (earlier.prestationId !== prestationId || earlier.kind !== kind))
        throw new Fault('DOCUMENT.REQUEST_UNFIT', { field: 'key' });
      if (earlier) return { document: viewDocument(earlier, NO_REDUCTIONS, parisDay(now)), isNew: false };
      const { reference } = prestation;
      if (prestation.state === 'cancelled') throw new Fault('PRESTATION.CANCELLED', { reference });
      const document = await insertDraft(unit, by, prestation, { kind, request, key });
      return { document: viewDocument(document, NO_REDUCTIONS, parisDay(now)), isNew: true };
    });
  }

  /** @throws Fault REQUEST.NOT_FOUND, DOCUMENT.NOT_DRAFT, DOCUMENT.REQUEST_UNFIT. */
  async change(id: DocumentId, { request }: DocumentChangesDto): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { document } = await lockDocument(unit, id);
      demandDraft(document);
      const { error } = requestSchemas[document.kind].strict().safeParse(request);
      const [issue] = error?.issues ?? [];
      if (issue) throw new Fault('DOCUMENT.REQUEST_UNFIT', { field: issue.path.join('.') || 'request' });
      const citesId = await citedId(unit, document.prestationId, request);
      await unit.manager.update(PaperDocument, { id }, { request, citesId });
    });
  }

  /** @throws Fault REQUEST.NOT_FOUND, DOCUMENT.NOT_DRAFT. */
  async remove(id: DocumentId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { document } = await lockDocument(unit, id);
      demandDraft(document);
      await unit.manager.delete(PaperDocument, { id });
      const before = { kind: document.kind, reference: document.reference };
      await audit(unit, { action: 'document.draft-deleted', subject: ['document', id], before });
    });
  }
}

export interface NewDraft {
  readonly kind: PaperDocument['kind'];
  readonly request: DocumentRequest;
  readonly key?: string | undefined;
  /** The quote that this one is a new version of. */
  readonly replaces?: Pick<PaperDocument, 'id' | 'version'>;
}

/** Writes a draft of a prestation that the caller has locked. @throws Fault DOCUMENT.REQUEST_UNFIT. */
export async function insertDraft(
  unit: Unit,
  createdBy: AccountId,
  prestation: Prestation,
  { kind, request, key = undefined, replaces }: NewDraft,
): Promise<PaperDocument> {
  const { manager, now } = unit;
  const { id: prestationId, organisationId, reference, title, purchaseOrder } = prestation;
  const { name: clientName } = await manager.findOneByOrFail(Organisation, { id: organisationId });
  const document: PaperDocument = {
    id: newId<DocumentId>(),
    ...{ kind, state: 'draft', number: null },
    ...{ version: (replaces?.version ?? 0) + 1, replacesId: replaces?.id ?? null },
    ...{ prestationId, organisationId, citesId: await citedId(unit, prestationId, request) },
    ...{ request, content: null, clientName, reference, title, purchaseOrder },
    ...{ issuedOn: null, dueOn: null, validUntil: null, netCents: null, vatCents: null, grossCents: null },
    ...{ createdBy, createdAt: now, issuedBy: null, issuedAt: null, sentAt: null, key: key ?? null },
    salt: randomBytes(32).toString('hex'),
  };
  await manager.insert(PaperDocument, document);
  const after = { kind, reference };
  await audit(unit, { action: 'document.drafted', subject: ['document', document.id], after });
  return document;
}

/** The credited document is one of the same prestation. @throws Fault DOCUMENT.REQUEST_UNFIT. */
async function citedId(
  { manager }: Unit,
  prestationId: PrestationId,
  { citesId }: DocumentRequest,
): Promise<DocumentId | null> {
  if (citesId === undefined) return null;
  if (await manager.existsBy(PaperDocument, { id: citesId, prestationId })) return citesId;
  throw new Fault('DOCUMENT.REQUEST_UNFIT', { field: 'citesId' });
}
