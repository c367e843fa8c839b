import { Injectable } from '@nestjs/common';
import { Fault, newId, type OrganisationId } from '@pandafab/shared';
import { byName, type Key, latestFirst, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Organisation } from './organisation.entity';
import { auditOrganisation } from './organisation-audit';
import type { OrganisationSearch } from './organisations.dto';

export type OrganisationFields = Omit<Organisation, 'id' | 'createdAt'>;

const NAMES = byName<Organisation>('org');
const LATEST = latestFirst<Organisation>('org', 'createdAt');
const reversed = (keys: readonly Key<Organisation>[]): Key<Organisation>[] =>
  keys.map((key) => ({ ...key, order: key.order === 'ASC' ? 'DESC' : 'ASC' }));
const ORDERS: Readonly<Record<OrganisationSearch['sort'], readonly Key<Organisation>[]>> = {
  name: NAMES,
  '-name': reversed(NAMES),
  createdAt: reversed(LATEST),
  '-createdAt': LATEST,
};

/** The network's external clients. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** `search` finds words of the name, or a SIREN or SIRET. */
  list({ search, kind, sort, ...page }: OrganisationSearch) {
    const query = this.read.of(Organisation).createQueryBuilder('org');
    if (search) {
      const columns = ['org.foldedName', 'org.siren', 'org.siret'];
      const found = columns.map((column) => `${column} LIKE :words ESCAPE '\\'`).join(' OR ');
      query.where(`(${found})`, { words: containing(search) });
    }
    if (kind) query.andWhere('org.kind = :kind', { kind });
    return readPart(query, ORDERS[sort], page);
  }

  /** @throws Fault ORGANISATION.UNKNOWN. */
  async get(id: OrganisationId): Promise<Organisation> {
    const organisation = await this.read.of(Organisation).findOneBy({ id });
    if (!organisation) throw new Fault('ORGANISATION.UNKNOWN');
    return organisation;
  }

  /** @throws Fault ORGANISATION.NUMBERS_DISAGREE, ORGANISATION.PERSON_NUMBERS, ORGANISATION.SIRET_MISSING. */
  async create(fields: OrganisationFields): Promise<Organisation> {
    const valid = checked(fields);
    return this.unitOfWork.run(async (unit) => {
      const organisation: Organisation = { ...valid, id: newId<OrganisationId>(), createdAt: unit.now };
      await unit.manager.insert(Organisation, organisation);
      await auditOrganisation(unit, null, organisation);
      return organisation;
    });
  }

  /** Changes the given fields. @throws Fault ORGANISATION.UNKNOWN, and those of `create`. */
  change(id: OrganisationId, changes: Partial<OrganisationFields>): Promise<Organisation> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const current = await manager.findOneBy(Organisation, { id });
      if (!current) throw new Fault('ORGANISATION.UNKNOWN');
      const organisation: Organisation = checked({ ...current, ...changes });
      await manager.update(Organisation, { id }, { ...organisation });
      await auditOrganisation(unit, current, organisation);
      return organisation;
    });
  }
}

type Numbers = Pick<Organisation, 'kind' | 'siren' | 'siret' | 'vatNumber'>;

/** Chorus Pro accepts invoices to public bodies only by their SIRET; the numbers of a business are not a person's. */
function checked<Fields extends Numbers>(fields: Fields): Fields {
  const { kind, siren, siret, vatNumber } = fields;
  if (kind === 'person' && (siren ?? siret ?? vatNumber) !== null)
    throw new Fault('ORGANISATION.PERSON_NUMBERS');
  if (kind === 'public-body' && siret === null) throw new Fault('ORGANISATION.SIRET_MISSING');
  return withSiren(fields);
}

/** A SIRET contains the SIREN, so the SIREN may be left out. */
function withSiren<Fields extends Numbers>(fields: Fields): Fields {
  const { siren, siret } = fields;
  if (siret === null) return fields;
  if (siren !== null && !siret.startsWith(siren)) {
    throw new Fault('ORGANISATION.NUMBERS_DISAGREE', { siren, siret });
  }
  return { ...fields, siren: siret.slice(0, 9) };
}
