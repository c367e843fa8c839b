import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, newId, type OrganisationId } from '@pandafab/shared';
import type { Search } from '../api/fields';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { containing } from '../persistence/search';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Organisation } from './organisation.entity';

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
  async list({ limit, offset, search }: Search) {
    const query = this.read
      .of(Organisation)
      .createQueryBuilder('org')
      .orderBy('org.name')
      .addOrderBy('org.id');
    if (search) {
      const columns = ['LOWER(org.name)', 'org.siren', 'org.siret'];
      const found = columns.map((column) => `${column} LIKE :words ESCAPE '\\'`).join(' OR ');
      query.where(found, { words: containing(search) });
    }
    const [items, total] = await query.offset(offset).limit(limit).getManyAndCount();
    return { items, total };
  }

  /** @throws Fault ORGANISATION.UNKNOWN. */
  async get(id: OrganisationId): Promise<Organisation> {
    const organisation = await this.read.of(Organisation).findOneBy({ id });
    if (!organisation) throw new Fault('ORGANISATION.UNKNOWN');
    return organisation;
  }

  /** @throws Fault ORGANISATION.NUMBERS_DISAGREE. */
  async create(fields: OrganisationFields): Promise<Organisation> {
    const base = { id: newId<OrganisationId>(), createdAt: this.clock.now() };
    const organisation = { ...withSiren(fields), ...base };
    await this.unitOfWork.run((manager) => manager.insert(Organisation, organisation));
    return organisation;
  }

  /** Changes what is given. @throws Fault ORGANISATION.UNKNOWN or ORGANISATION.NUMBERS_DISAGREE. */
  change(id: OrganisationId, changes: Partial<OrganisationFields>): Promise<Organisation> {
    return this.unitOfWork.run(async (manager) => {
      const current = await manager.findOneBy(Organisation, { id });
      if (!current) throw new Fault('ORGANISATION.UNKNOWN');
      return manager.save(Organisation, withSiren({ ...current, ...changes }));
    });
  }
}

/** A SIRET holds the SIREN: whoever gives only the first has given both. */
function withSiren<Fields extends Pick<Organisation, 'siren' | 'siret'>>(fields: Fields): Fields {
  const { siren, siret } = fields;
  if (siret === null) return fields;
  if (siren !== null && !siret.startsWith(siren)) {
    throw new Fault('ORGANISATION.NUMBERS_DISAGREE', { siren, siret });
  }
  return { ...fields, siren: siret.slice(0, 9) };
}
