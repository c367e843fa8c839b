import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type PrestationId } from '@pandafab/shared';
import { In } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import { changePrestation } from './change-prestation';
import { createPrestation } from './create-prestation';
import { detailOf } from './detail';
import { listPrestations } from './list-prestations';
import { viewListed } from './listed-prestations';
import { OrderPapers } from './order-papers';
import type {
  CreatePrestationDto,
  OpenPrestationListDto,
  PrestationChangesDto,
  PrestationDetail,
  PrestationDto,
  PrestationListDto,
  PrestationSearchDto,
  ResponsibleListDto,
} from './prestation.dto';
import { Prestation } from './prestation.entities';
import { viewPrestation } from './prestation-view';
import { staffNames } from './staff-names';
import { OPEN_STATES } from './urgency';

/** Upper bound of prestations in a list of choices. */
const MOST_OPEN = 200;

@Injectable()
export class PrestationsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: OrderPapers,
  ) {}

  /** With the names of the clients and the sums; `search` finds words of the prestation or of its client. */
  async list(search: PrestationSearchDto): Promise<PrestationListDto> {
    const { manager } = this.database;
    const now = this.clock.now();
    const { items, ...where } = await listPrestations(manager, search, parisDay(now));
    return { items: await viewListed(manager, items, now), ...where };
  }

  /** The prestations that still accept prints, latest first, with the names of their clients. */
  async open(): Promise<OpenPrestationListDto> {
    const [found, total] = await this.database
      .of(Prestation)
      .findAndCount({ where: { state: In(OPEN_STATES) }, order: { reference: 'DESC' }, take: MOST_OPEN });
    const ids = found.map(({ organisationId }) => organisationId);
    const clients = await this.database.of(Organisation).findBy({ id: In(ids) });
    const nameOf = new Map(clients.map(({ id, name }) => [id, name]));
    const items = found.map(({ id, reference, title, organisationId }) => {
      return { id, reference, title, clientName: nameOf.get(organisationId) ?? '' };
    });
    return { items, total };
  }

  /** The people who can be responsible for a prestation. */
  async responsibles(): Promise<ResponsibleListDto> {
    const items = await staffNames(this.database.manager);
    return { items, total: items.length };
  }

  /** @throws Fault REQUEST.NOT_FOUND. */
  async detail(id: PrestationId): Promise<PrestationDetail> {
    const { manager } = this.database;
    const prestation = await manager.findOneBy(Prestation, { id });
    if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${id}` });
    return detailOf(manager, this.papers.papers, prestation, this.clock.now());
  }

  /**
   * @throws Fault BILLING.ORGANISATION_UNKNOWN, BILLING.TARIFF_UNKNOWN, PRESTATION.LAB_UNKNOWN,
   * PRESTATION.RESPONSIBLE_UNKNOWN.
   */
  create(createdBy: AccountId, body: CreatePrestationDto): Promise<PrestationDto> {
    return this.unitOfWork.run(async (unit) =>
      viewPrestation(await createPrestation(unit, createdBy, body), unit.now),
    );
  }

  /** Changes the given fields. @throws Fault REQUEST.NOT_FOUND, and those of `changePrestation`. */
  change(id: PrestationId, body: PrestationChangesDto): Promise<PrestationDto> {
    return this.unitOfWork.run(async (unit) =>
      viewPrestation(await changePrestation(unit, id, body), unit.now),
    );
  }
}
