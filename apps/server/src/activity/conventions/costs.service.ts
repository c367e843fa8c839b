import { Injectable } from '@nestjs/common';
import { type AccountId, type ConventionId, Fault, type LabId, newId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { audit } from '../../platform/audit/audit';
import { toIso } from '../../platform/http/fields';
import { chunks } from '../../platform/persistence/chunks';
import { type Key, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { type Convention, ConventionCost } from './convention.entities';
import type { CostImportDto, CostListDto, CostSearch, NewCostDto } from './costs.dto';
import { demandConvention, lockConvention } from './find-convention';
import { type BrokenCostLine, type CostLine, readCosts } from './read-costs';

const LATEST_FIRST: Key<ConventionCost>[] = [
  { column: 'cost.day', order: 'DESC', of: ({ day }) => day },
  { column: 'cost.id', order: 'DESC', of: ({ id }) => id },
];
const CHUNK = 200;
const MOST_BROKEN_SHOWN = 100;
const MOST_HEADINGS = 100;

export interface CostFile {
  readonly bytes: Buffer;
  readonly kind: ConventionCost['kind'];
  readonly labId: LabId | null;
  /** False: only says what would be stored. */
  readonly store: boolean;
}

/** Costs of an association by heading, and contributions in kind. */
@Injectable()
export class CostsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The latest first. @throws Fault CONVENTION.UNKNOWN */
  async list(conventionId: ConventionId, { kind, ...page }: CostSearch): Promise<CostListDto> {
    const { manager } = this.database;
    await demandConvention(manager, conventionId);
    const query = manager
      .createQueryBuilder(ConventionCost, 'cost')
      .where('cost.conventionId = :conventionId', { conventionId });
    if (kind) query.andWhere('cost.kind = :kind', { kind });
    const { items, ...where } = await readPart(query, LATEST_FIRST, page);
    return { items: items.map(viewCost), ...where, ...(await sums(manager, conventionId)) };
  }

  /** @throws Fault CONVENTION.UNKNOWN, CONVENTION.DAY_OUTSIDE {day, from, until}, LAB.UNKNOWN */
  add(by: AccountId, conventionId: ConventionId, fields: NewCostDto) {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      const convention = await demandConvention(manager, conventionId);
      demandInside(convention, fields.day);
      await demandKnownLab(manager, fields.labId);
      const cost: ConventionCost = {
        ...{ id: newId<string>(), conventionId, ...fields },
        ...{ importedLine: null, createdBy: by, createdAt },
      };
      await manager.insert(ConventionCost, cost);
      await audit(unit, {
        ...{ action: 'convention.cost-added', subject: ['convention', conventionId], labId: fields.labId },
        after: { id: cost.id, ...fields },
      });
      return viewCost(cost);
    });
  }

  /** @throws Fault CONVENTION.UNKNOWN, CONVENTION.COST_UNKNOWN */
  delete(conventionId: ConventionId, id: string): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await demandConvention(manager, conventionId);
      const cost = await manager.findOneBy(ConventionCost, { id, conventionId });
      const { affected } = await manager.delete(ConventionCost, { id, conventionId });
      if (!cost || affected !== 1) throw new Fault('CONVENTION.COST_UNKNOWN');
      const { kind, day, heading, cents, labId } = cost;
      await audit(unit, {
        ...{ action: 'convention.cost-deleted', subject: ['convention', conventionId], labId },
        before: { id, kind, day, heading, cents },
      });
    });
  }

  /**
   * Imports a file of costs: the lines that no earlier file had, all of them or none.
   * @throws Fault CONVENTION.UNKNOWN, LAB.UNKNOWN, CONVENTION.FILE_EMPTY, CONVENTION.FILE_UNREADABLE {line}
   */
  import(by: AccountId, conventionId: ConventionId, file: CostFile): Promise<CostImportDto> {
    const { kind, labId } = file;
    const { lines, broken } = readCosts(file.bytes, `${kind} ${labId ?? ''}`);
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      // Two imports at once: the second one sees the lines of the first.
      const convention = await lockConvention(unit, conventionId);
      await demandKnownLab(manager, labId);
      const all = [...broken, ...outside(convention, lines)].sort((a, b) => a.line - b.line);
      const fresh = await unknownOf(manager, conventionId, lines);
      const isStored = file.store && all.length === 0;
      if (isStored) await store(unit, by, conventionId, file, fresh);
      return {
        added: all.length > 0 ? 0 : fresh.length,
        known: lines.length - fresh.length,
        cents: fresh.reduce((sum, { cents }) => sum + cents, 0),
        isStored,
        broken: all.slice(0, MOST_BROKEN_SHOWN),
      };
    });
  }
}

const viewCost = ({ conventionId: _, importedLine, createdBy: __, createdAt, ...cost }: ConventionCost) => ({
  ...{ ...cost, isImported: importedLine !== null, createdAt: toIso(createdAt) },
});

async function sums(manager: EntityManager, conventionId: ConventionId) {
  const rows = await manager
    .createQueryBuilder(ConventionCost, 'cost')
    .select('cost.kind', 'kind')
    .addSelect('cost.heading', 'heading')
    .addSelect('SUM(cost.cents)', 'cents')
    .where('cost.conventionId = :conventionId', { conventionId })
    .groupBy('cost.kind')
    .addGroupBy('cost.heading')
    .orderBy('cost.heading')
    .getRawMany<{ kind: ConventionCost['kind']; heading: string; cents: string | number }>();
  const sum = (kind: ConventionCost['kind']) =>
    rows.filter((row) => row.kind === kind).reduce((total, { cents }) => total + Number(cents), 0);
  const headings = [...new Set(rows.map(({ heading }) => heading))].slice(0, MOST_HEADINGS);
  return { costCents: sum('cost'), inKindCents: sum('in-kind'), headings };
}

function demandInside({ startsOn: from, endsOn: until }: Convention, day: string): void {
  if (day < from || day > until) throw new Fault('CONVENTION.DAY_OUTSIDE', { day, from, until });
}

const outside = ({ startsOn, endsOn }: Convention, lines: readonly CostLine[]): BrokenCostLine[] =>
  lines
    .filter(({ day }) => day < startsOn || day > endsOn)
    .map(({ line, day }) => ({ line, part: 'outside', text: day }));

async function demandKnownLab(manager: EntityManager, labId: LabId | null): Promise<void> {
  if (labId !== null && !(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
}

async function unknownOf(
  manager: EntityManager,
  conventionId: ConventionId,
  lines: readonly CostLine[],
): Promise<CostLine[]> {
  const known = new Set<string | null>();
  for (const some of chunks(lines, CHUNK)) {
    const importedLine = In(some.map(({ sha256 }) => sha256));
    for (const row of await manager.findBy(ConventionCost, { conventionId, importedLine }))
      known.add(row.importedLine);
  }
  return lines.filter(({ sha256 }) => !known.has(sha256));
}

async function store(
  unit: Unit,
  createdBy: AccountId,
  conventionId: ConventionId,
  { kind, labId }: CostFile,
  lines: readonly CostLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const { manager, now: createdAt } = unit;
  for (const some of chunks(lines, CHUNK))
    await manager.insert(
      ConventionCost,
      some.map(({ heading, day, cents, note, sha256: importedLine }) => ({
        ...{ id: newId<string>(), conventionId, labId, kind, heading, day, cents, note },
        ...{ importedLine, createdBy, createdAt },
      })),
    );
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  await audit(unit, {
    ...{ action: 'convention.costs-imported', subject: ['convention', conventionId], labId },
    after: { kind, lines: lines.length, cents },
  });
}
