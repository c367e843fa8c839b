import { Injectable } from '@nestjs/common';
import { SMALLEST_SHOWN } from '@pandafab/domain';
import { type AccountId, Fault, folded, type OrganisationId } from '@pandafab/shared';
import { In } from 'typeorm';
import { MemberProfile } from '../../people/members/member.entity';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit, difference } from '../../platform/audit/audit';
import { toIso } from '../../platform/http/fields';
import { byName, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { isUniqueViolation } from '../../platform/persistence/unique-violation';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Partner } from './partner.entity';
import type { PartnerSearch, PartnerView, PutPartnerDto } from './partners.dto';

/** What reports need to know of the organisations that the labs work with. */
@Injectable()
export class PartnersService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** By name. */
  async list({ kind, priorityEducation, search, ...page }: PartnerSearch) {
    const { manager } = this.database;
    const query = manager
      .createQueryBuilder(Organisation, 'org')
      .innerJoin(Partner, 'partner', 'partner.organisationId = org.id');
    if (kind) query.andWhere('partner.kind = :kind', { kind });
    if (priorityEducation !== undefined)
      query.andWhere('partner.priorityEducation = :priorityEducation', { priorityEducation });
    if (search) query.andWhere("org.foldedName LIKE :words ESCAPE '\\'", { words: containing(search) });
    const { items, ...where } = await readPart(query, byName<Organisation>('org'), page);
    const partners = await manager.findBy(Partner, { organisationId: In(items.map(({ id }) => id)) });
    const rowOf = (id: OrganisationId) => partners.find(({ organisationId }) => organisationId === id);
    return { ...where, items: items.flatMap((each) => viewsOf(each, rowOf(each.id))) };
  }

  /** Null when the organisation is no partner. @throws Fault ORGANISATION.UNKNOWN */
  async get(id: OrganisationId): Promise<PartnerView | null> {
    const organisation = await this.database.of(Organisation).findOneBy({ id });
    if (!organisation) throw new Fault('ORGANISATION.UNKNOWN');
    const partner = await this.database.of(Partner).findOneBy({ organisationId: id });
    return viewsOf(organisation, partner)[0] ?? null;
  }

  /**
   * Makes an organisation a partner, or changes what is known of it.
   * @throws Fault ORGANISATION.UNKNOWN, PARTNER.CHANGED
   */
  async put(by: AccountId, organisationId: OrganisationId, asked: PutPartnerDto): Promise<void> {
    const work = (unit: Unit) => writePartner(unit, by, organisationId, asked);
    await this.unitOfWork.run(work).catch((error: unknown) => {
      // Two people make it a partner at once: the key lets one of them pass.
      throw isUniqueViolation(error) ? new Fault('PARTNER.CHANGED') : error;
    });
  }

  /** Takes an organisation from the list of partners; it stays an organisation. Idempotent. */
  async remove(organisationId: OrganisationId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const was = await manager.findOneBy(Partner, { organisationId });
      const { affected } = await manager.delete(Partner, { organisationId });
      if (!was || !affected) return;
      const { kind, neighbourhood, priorityEducation } = was;
      const before = { kind, neighbourhood, priorityEducation };
      await audit(unit, { action: 'partner.removed', subject: ['organisation', organisationId], before });
    });
  }

  /**
   * Names of neighbourhoods to choose from: those of partners, and those that at least five members gave. Profiles are
   * for statistics only, so a name that few members gave is not shown.
   */
  async neighbourhoods(): Promise<string[]> {
    const { manager } = this.database;
    const profiles = await namesOf(manager.createQueryBuilder(MemberProfile, 'row'));
    const partners = await namesOf(manager.createQueryBuilder(Partner, 'row'));
    const shown = new Map(partners.map(({ name }) => [folded(name), name]));
    const given = new Map<string, number>();
    for (const { name, count } of profiles) given.set(folded(name), (given.get(folded(name)) ?? 0) + count);
    for (const { name } of profiles)
      if ((given.get(folded(name)) ?? 0) >= SMALLEST_SHOWN && !shown.has(folded(name)))
        shown.set(folded(name), name);
    return [...shown.values()].sort((a, b) => a.localeCompare(b, 'fr'));
  }
}

async function writePartner(
  unit: Unit,
  changedBy: AccountId,
  organisationId: OrganisationId,
  { version, ...fields }: PutPartnerDto,
): Promise<void> {
  const { manager, now: changedAt } = unit;
  if (!(await manager.existsBy(Organisation, { id: organisationId })))
    throw new Fault('ORGANISATION.UNKNOWN');
  const was = await manager.findOneBy(Partner, { organisationId });
  if ((was?.version ?? 0) !== version) throw new Fault('PARTNER.CHANGED');
  const changed = difference(was ?? {}, fields);
  if (!changed) return;
  const row: Partner = { organisationId, ...fields, version: version + 1, changedBy, changedAt };
  if (was) {
    const { affected } = await manager.update(Partner, { organisationId, version }, row);
    if (affected !== 1) throw new Fault('PARTNER.CHANGED');
  } else await manager.insert(Partner, row);
  await audit(unit, { action: 'partner.put', subject: ['organisation', organisationId], ...changed });
}

/** The most frequent spelling first. */
async function namesOf(
  query: ReturnType<ReadDatabase['manager']['createQueryBuilder']>,
): Promise<{ name: string; count: number }[]> {
  const rows = await query
    .select('row.neighbourhood', 'name')
    .addSelect('COUNT(*)', 'count')
    .where('row.neighbourhood IS NOT NULL')
    .groupBy('row.neighbourhood')
    .getRawMany<{ name: string; count: string }>();
  return rows.map(({ name, count }) => ({ name, count: Number(count) })).sort((a, b) => b.count - a.count);
}

const viewsOf = ({ name, city }: Organisation, partner: Partner | null | undefined): PartnerView[] => {
  if (!partner) return [];
  const { organisationId, kind, neighbourhood, priorityEducation, version, changedAt } = partner;
  const known = { kind, neighbourhood, priorityEducation, version, changedAt: toIso(changedAt) };
  return [{ organisationId, name, city, ...known }];
};
