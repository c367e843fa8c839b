import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, newId, type OrganisationId } from '@pandafab/shared';
import type { Search } from '../api/fields';
import { CLOCK } from '../config';
import { byName, readPart } from '../persistence/keyset';
import { ReadDatabase } from '../persistence/read-database';
import { containing } from '../persistence/search';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Organisation } from './organisation.entity';
import { auditOrganisation } from './organisation-audit';

export type OrganisationFields = Omit<Organisation, 'id' | 'createdAt'>;

/** The network's external clients. */
@Injectable()
export class OrganisationsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** By name; `search` finds words of the name, or a SIREN or SIRET. */
  list({ search, ...page }: Search) {
    const query = this.read.of(Organisation).createQueryBuilder('org');
    if (search) {
      const columns = ['org.foldedName', 'org.siren', 'org.siret'];
      const found = columns.map((column) => `${column} LIKE :words ESCAPE '\\'`).join(' OR ');
      query.where(found, { words: containing(search) });
    }
    return readPart(query, byName<Organisation>('org'), page);
  }

  /** @throws Fault ORGANISATION.UNKNOWN. */
  async get(id: OrganisationId): Promise<Organisation> {
    const organisation = await this.read.of(Organisation).findOneBy({ id });
    if (!organisation) throw new Fault('ORGANISATION.UNKNOWN');
    return organisation;
  }

  /** @throws Fault ORGANISATION.NUMBERS_DISAGREE, ORGANISATION.SIRET_MISSING. */
  async create(fields: OrganisationFields): Promise<Organisation> {
    const base = { id: newId<OrganisationId>(), createdAt: this.clock.now() };
    const organisation: Organisation = { ...checked(fields), ...base };
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(Organisation, organisation);
      await auditOrganisation(manager, this.clock, null, organisation);
    });
    return organisation;
  }

  /** Changes what is given. @throws Fault ORGANISATION.UNKNOWN, and those of `create`. */
  change(id: OrganisationId, changes: Partial<OrganisationFields>): Promise<Organisation> {
    return this.unitOfWork.run(async (manager) => {
      const current = await manager.findOneBy(Organisation, { id });
      if (!current) throw new Fault('ORGANISATION.UNKNOWN');
      const organisation: Organisation = checked({ ...current, ...changes });
      await manager.update(Organisation, { id }, { ...organisation });
      await auditOrganisation(manager, this.clock, current, organisation);
      return organisation;
    });
  }
}

type Numbers = Pick<Organisation, 'kind' | 'siren' | 'siret'>;

/** Chorus Pro takes invoices to public bodies by their SIRET only. */
function checked<Fields extends Numbers>(fields: Fields): Fields {
  if (fields.kind === 'public-body' && fields.siret === null) throw new Fault('ORGANISATION.SIRET_MISSING');
  return withSiren(fields);
}

/** A SIRET holds the SIREN: whoever gives only the first has given both. */
function withSiren<Fields extends Numbers>(fields: Fields): Fields {
  const { siren, siret } = fields;
  if (siret === null) return fields;
  if (siren !== null && !siret.startsWith(siren)) {
    throw new Fault('ORGANISATION.NUMBERS_DISAGREE', { siren, siret });
  }
  return { ...fields, siren: siret.slice(0, 9) };
}
