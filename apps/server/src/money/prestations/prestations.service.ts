import { Injectable } from '@nestjs/common';
import { amountOf } from '@pandafab/domain';
import {
  type AccountId,
  cents,
  Fault,
  MOST_CENTS,
  newId,
  type PrestationId,
  sumCents,
} from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit } from '../../platform/audit/audit';
import { toIso } from '../../platform/http/fields';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import { takeNumber } from '../numbers/document-numbers';
import { Tariff } from '../tariffs/tariff.entities';
import { listPrestations } from './list-prestations';
import type {
  AddLineDto,
  CreatePrestationDto,
  OpenPrestationListDto,
  PrestationDetail,
  PrestationDto,
  PrestationLineDto,
  PrestationListDto,
  PrestationSearchDto,
} from './prestation.dto';
import { Prestation } from './prestation.entities';
import { appendLine, linesOf, lockPrestation } from './prestation-lines';

/** Upper bound of prestations in a list of choices. */
const MOST_OPEN = 200;

@Injectable()
export class PrestationsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** With the names of the clients and the sums; `search` finds words of the prestation or of its client. */
  async list(search: PrestationSearchDto): Promise<PrestationListDto> {
    const { items, ...where } = await listPrestations(this.database.manager, search);
    return {
      items: items.map(({ prestation, ...listed }) => ({ ...toDto(prestation), ...listed })),
      ...where,
    };
  }

  /** The prestations that still accept prints, latest first, with the names of their clients. */
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
  async detail(id: PrestationId): Promise<PrestationDetail> {
    const { manager } = this.database;
    const prestation = await manager.findOneBy(Prestation, { id });
    if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${id}` });
    const lines = await linesOf(manager, id);
    const netCents = lines.reduce((sum, line) => sum + line.netCents, 0);
    return { ...toDto(prestation), lines, netCents };
  }

  /** @throws Fault BILLING.ORGANISATION_UNKNOWN, BILLING.TARIFF_UNKNOWN. */
  async create(createdBy: AccountId, body: CreatePrestationDto): Promise<PrestationDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await demandKnown(manager, body);
      const { number: reference } = await takeNumber(unit, 'prestation');
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
      await audit(unit, {
        action: 'prestation.opened',
        subject: ['prestation', prestation.id],
        after: { reference, organisationId, title },
      });
      return toDto(prestation);
    });
  }

  /** Adds a hand-written line. @throws Fault REQUEST.NOT_FOUND, BILLING.ALREADY_INVOICED. */
  async addLine(id: PrestationId, body: AddLineDto): Promise<PrestationLineDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const prestation = await lockPrestation(unit, id);
      if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${id}` });
      const { reference, state } = prestation;
      if (state !== 'open') throw new Fault('BILLING.ALREADY_INVOICED', { reference });
      const { label, quantity, unit: measure, unitPriceCents } = body;
      const netCents = amountOf(quantity, unitPriceCents, body.basis);
      const whole = sumCents([netCents, ...(await linesOf(manager, id)).map((line) => cents(line.netCents))]);
      if (whole > MOST_CENTS) throw new Fault('BILLING.AMOUNT_TOO_LARGE', { reference });
      await audit(unit, {
        action: 'prestation.line-added',
        subject: ['prestation', id],
        after: { label, quantity, unit: measure, unitPriceCents },
      });
      return appendLine(unit, id, {
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
