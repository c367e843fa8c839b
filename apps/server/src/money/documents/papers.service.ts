import { Inject, Injectable } from '@nestjs/common';
import type { VatRow } from '@pandafab/domain';
import { type Clock, Fault, type PrestationId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { Prestation } from '../prestations/prestation.entities';
import { type Agreed, agreedOf } from './compose/agreed';
import { type Order, readOrder } from './compose/order';
import { depositOf, invoiceableStage, type Parted, stagePart } from './compose/part';
import { PaperDocument } from './document.entities';
import { viewDocument } from './document-view';
import type { PartDto, PartQueryDto, PrestationPapersDto } from './papers.dto';
import { reductionsOf } from './reductions';

/** The documents of a prestation, and what parts of it would be. */
@Injectable()
export class PapersService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** The documents, latest first. @throws Fault REQUEST.NOT_FOUND. */
  async of(prestationId: PrestationId): Promise<PrestationPapersDto> {
    const { manager } = this.database;
    if (!(await manager.existsBy(Prestation, { id: prestationId })))
      throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${prestationId}` });
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    const documents = await manager.find(PaperDocument, { where: { prestationId }, order });
    const reductions = await reductionsOf(
      manager,
      documents.map(({ id }) => id),
    );
    const today = parisDay(this.clock.now());
    return {
      ...(await this.amounts(prestationId)),
      documents: documents.map((row) => viewDocument(row, reductions(row.id), today)),
    };
  }

  /** Null where the settings of the seller do not say how the lines are taxed. */
  private async amounts(id: PrestationId): Promise<Omit<PrestationPapersDto, 'documents'>> {
    try {
      const { rows, left } = agreedOf(await this.order(id));
      return { agreed: sumOf(rows), leftToInvoice: sumOf(left) };
    } catch (error) {
      if (error instanceof Fault) return { agreed: null, leftToInvoice: null };
      throw error;
    }
  }

  /** @throws Fault DOCUMENT.REQUEST_UNFIT, DOCUMENT.STAGE_UNFIT and those of `readOrder` and `agreedOf`. */
  async part(id: PrestationId, query: PartQueryDto): Promise<PartDto> {
    const order = await this.order(id);
    const agreed = agreedOf(order);
    const found = askedPart(order, agreed, query);
    const isPossible = !('refusal' in found);
    const nearest = 'above' in found ? { below: found.below, above: found.above } : null;
    return { possible: isPossible ? viewPart(found) : null, nearest, left: sumOf(agreed.left) };
  }

  private order(id: PrestationId): Promise<Order> {
    return readOrder(this.database.manager, id, parisDay(this.clock.now()));
  }
}

function askedPart(order: Order, agreed: Agreed, { percent, grossCents, stageId }: PartQueryDto): Parted {
  const given = [percent, grossCents, stageId].filter((field) => field !== undefined);
  if (given.length !== 1) throw new Fault('DOCUMENT.REQUEST_UNFIT', { field: 'percent' });
  if (stageId !== undefined) return stagePart(agreed, invoiceableStage(order, agreed, stageId));
  if (percent !== undefined) return depositOf(agreed, { percent });
  return depositOf(agreed, { grossCents: grossCents ?? 0 });
}

function sumOf(rows: readonly VatRow[]) {
  const netCents = rows.reduce((sum, { baseCents }) => sum + baseCents, 0);
  const vatCents = rows.reduce((sum, row) => sum + row.vatCents, 0);
  return { netCents, vatCents, grossCents: netCents + vatCents };
}

function viewPart({ rows, netCents, vatCents, grossCents }: Exclude<Parted, { refusal: string }>) {
  const shown = rows.map(({ baseCents, vatCents: vat, departs, ...tax }) => {
    return { tax, netCents: baseCents, vatCents: vat, departs };
  });
  return { netCents, vatCents, grossCents, rows: shown };
}
