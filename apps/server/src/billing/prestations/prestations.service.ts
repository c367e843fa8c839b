import { Inject, Injectable } from '@nestjs/common';
import { amountOf } from '@pandafab/domain';
import {
  type AccountId,
  type Clock,
  cents,
  Fault,
  MOST_CENTS,
  newId,
  type PrestationId,
  sumCents,
} from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { type Page, toIso } from '../../api/fields';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { Organisation } from '../../organisations/organisation.entity';
import { type Key, readPart } from '../../persistence/keyset';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { takeNumber } from '../document-numbers';
import { Invoice } from '../invoices/invoice.entities';
import { parisDay } from '../paris';
import { Tariff } from '../tariffs/tariff.entities';
import type {
  AddLineDto,
  CreatePrestationDto,
  OpenPrestationListDto,
  PrestationDetailDto,
  PrestationDto,
  PrestationLineDto,
  PrestationListDto,
} from './prestation.dto';
import { Prestation } from './prestation.entities';
import { appendLine, linesOf, lockPrestation } from './prestation-lines';

const LATEST_FIRST: readonly Key<Prestation>[] = [
  { column: 'prestation.reference', order: 'DESC', of: ({ reference }) => reference },
];
/** As many as one chooses from. */
const MOST_OPEN = 200;

@Injectable()
export class PrestationsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The latest first. */
  async list(page: Page): Promise<PrestationListDto> {
    const all = this.database.of(Prestation).createQueryBuilder('prestation');
    const { items, ...where } = await readPart(all, LATEST_FIRST, page);
    return { items: items.map(toDto), ...where };
  }

  /** Those that prints can still be made for, the latest first, with the names of their clients. */
  async open(): Promise<OpenPrestationListDto> {
    const [found, total] = await this.database
      .of(Prestation)
      .findAndCount({ where: { state: 'open' }, order: { reference: 'DESC' }, take: MOST_OPEN });
    const ids = found.map(({ organisationId }) => organisationId);
    const clients = await this.database.of(Organisation).findBy({ id: In(ids) });
    const nameOf = new Map(clients.map(({ id, name }) => [id, name]));
    const items = found.map(({ id, reference, title, organisationId }) => {
      return { id, reference, title, clientName: nameOf.get(organisationId) ?? '' };
    });
    return { items, total };
  }

  /** @throws Fault REQUEST.NOT_FOUND. */
  async detail(id: PrestationId): Promise<PrestationDetailDto> {
    const { manager } = this.database;
    const prestation = await manager.findOneBy(Prestation, { id });
    if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${id}` });
    const lines = await linesOf(manager, id);
    const invoice = await manager.findOneBy(Invoice, { prestationId: id });
    const netCents = lines.reduce((sum, line) => sum + line.netCents, 0);
    return { ...toDto(prestation), lines, netCents, invoiceId: invoice?.id ?? null };
  }

  /** @throws Fault BILLING.ORGANISATION_UNKNOWN, BILLING.TARIFF_UNKNOWN. */
  async create(createdBy: AccountId, body: CreatePrestationDto): Promise<PrestationDto> {
    return this.unitOfWork.run(async (manager) => {
      await demandKnown(manager, body);
      const { number: reference } = await takeNumber(manager, this.clock, 'PR');
      const now = this.clock.now();
      const prestation: Prestation = {
        id: newId<PrestationId>(),
        reference,
        organisationId: body.organisationId,
        title: body.title,
        state: 'open',
        tariffId: body.tariffId ?? null,
        purchaseOrder: body.purchaseOrder ?? null,
        createdBy,
        createdAt: now,
        changedAt: now,
      };
      await manager.insert(Prestation, prestation);
      const { organisationId, title } = prestation;
      await audit(manager, this.clock, {
        action: 'prestation.opened',
        subject: ['prestation', prestation.id],
        after: { reference, organisationId, title },
      });
      return toDto(prestation);
    });
  }

  /** Adds a hand-written line. @throws Fault REQUEST.NOT_FOUND, BILLING.ALREADY_INVOICED. */
  async addLine(id: PrestationId, body: AddLineDto): Promise<PrestationLineDto> {
    return this.unitOfWork.run(async (manager) => {
      const prestation = await lockPrestation(manager, this.clock, id);
      if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${id}` });
      const { reference, state } = prestation;
      if (state !== 'open') throw new Fault('BILLING.ALREADY_INVOICED', { reference });
      const now = this.clock.now();
      const { label, quantity, unit, unitPriceCents } = body;
      const netCents = amountOf(quantity, unitPriceCents, body.basis);
      const whole = sumCents([netCents, ...(await linesOf(manager, id)).map((line) => cents(line.netCents))]);
      if (whole > MOST_CENTS) throw new Fault('BILLING.AMOUNT_TOO_LARGE', { reference });
      await audit(manager, this.clock, {
        action: 'prestation.line-added',
        subject: ['prestation', id],
        after: { label, quantity, unit, unitPriceCents },
      });
      return appendLine(manager, id, {
        ...body,
        id: newId(),
        kind: 'hand-written',
        usageRecordId: null,
        details: [],
        netCents,
        servedOn: body.servedOn ?? parisDay(now),
        createdAt: now,
      });
    });
  }
}

async function demandKnown(manager: EntityManager, body: CreatePrestationDto): Promise<void> {
  const { organisationId, tariffId } = body;
  if (!(await manager.existsBy(Organisation, { id: organisationId })))
    throw new Fault('BILLING.ORGANISATION_UNKNOWN', { id: organisationId });
  if (tariffId && !(await manager.existsBy(Tariff, { id: tariffId })))
    throw new Fault('BILLING.TARIFF_UNKNOWN', { id: tariffId });
}

const toDto = (prestation: Prestation): PrestationDto => ({
  id: prestation.id,
  reference: prestation.reference,
  organisationId: prestation.organisationId,
  title: prestation.title,
  state: prestation.state,
  tariffId: prestation.tariffId,
  purchaseOrder: prestation.purchaseOrder,
  createdAt: toIso(prestation.createdAt),
});
