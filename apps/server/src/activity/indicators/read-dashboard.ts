import {
  daysOfPeriod,
  hoursOf,
  type IndicatorCode,
  type IndicatorParameters,
  indicatorOf,
  isPeriodOver,
  previousPeriod,
  type ReportPeriod,
} from '@pandafab/domain';
import type { ConventionId, Instant, LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { parisDay } from '../../money/kit/paris';
import { Lab } from '../../network/labs/lab.entity';
import { toIso } from '../../platform/http/fields';
import type { Convention } from '../conventions/convention.entities';
import { readObjectives } from '../conventions/read-convention';
import { conventionWithin } from './current-convention';
import type { Dashboard } from './dashboard.dto';
import { readIndicator } from './queries';
import { monthsOf } from './reads/months-of';
import { readMachineTime } from './reads/read-machine-time';
import { readSessions } from './reads/read-sessions';
import { readUsage } from './reads/read-usage';
import { type IndicatorScope, ofThisLab, scopeOf } from './scope';
import { visitTables } from './tables/visit-tables';

/** What is shown first, whatever the convention says. */
const KEY_FIGURES: readonly IndicatorCode[] = [
  'visits',
  'members-reached',
  'sessions-held',
  'attendances',
  'hours-open',
  'prints',
  'machine-hours',
  'free-access-value',
];

/** By lab; null: of the network. */
export type Dashboards = ReadonlyMap<LabId | null, Dashboard>;

interface Asked {
  readonly period: ReportPeriod;
  readonly now: Instant;
}

/** A period beside the one before, for all labs: what they share is read once. */
interface Periods extends Asked {
  readonly convention: Convention | null;
  readonly running: IndicatorScope;
  readonly before: IndicatorScope;
}

/**
 * The figures of a period that may still run, beside those of the period before and the targets of the agreement: of the
 * network and of each lab. All of them take little longer than those of the network alone.
 */
export async function readDashboards(manager: EntityManager, { period, now }: Asked): Promise<Dashboards> {
  const convention = await conventionWithin(manager, daysOfPeriod(period));
  const network = { labId: null, now, conventionId: convention?.id ?? null };
  const periods = {
    ...{ period, now, convention },
    running: scopeOf(network, period),
    before: scopeOf(network, previousPeriod(period)),
  };
  const labs = await manager.find(Lab, { select: { id: true } });
  const found = new Map<LabId | null, Dashboard>();
  for (const labId of [null, ...labs.map(({ id }) => id)])
    found.set(labId, await readDashboard(manager, periods, labId));
  return found;
}

async function readDashboard(
  manager: EntityManager,
  { period, now, convention, ...periods }: Periods,
  labId: LabId | null,
): Promise<Dashboard> {
  const running = ofThisLab(periods.running, labId);
  const before = ofThisLab(periods.before, labId);
  const figure = async (
    indicator: IndicatorCode,
    parameters: IndicatorParameters = {},
    target: number | null = null,
  ) => ({
    ...{ indicator, unit: indicatorOf(indicator)?.unit ?? 'count', parameters: { ...parameters } },
    value: await readIndicator(manager, running, indicator, parameters),
    previous: await readIndicator(manager, before, indicator, parameters),
    target,
  });
  const figures = [];
  for (const code of KEY_FIGURES) figures.push(await figure(code));
  const targets = [];
  if (labId === null && convention)
    for (const { code, parameters, target } of await targetsOf(manager, convention.id, period))
      targets.push(await figure(code, parameters, target));
  const { visitsByPublic, visitsByPurpose } = await visitTables(manager, running);
  return {
    ...{ period, previousPeriod: previousPeriod(period), ...daysOfPeriod(period), labId, figures, targets },
    isOver: isPeriodOver(period, parisDay(now)),
    convention: convention && { id: convention.id, title: convention.title },
    months: await monthsOfDashboard(manager, running),
    visitsByPublic: [...visitsByPublic],
    visitsByPurpose: [...visitsByPurpose],
    computedAt: toIso(now),
  };
}

/** Targets are those of the network: the agreement sets none for a lab. */
async function targetsOf(manager: EntityManager, conventionId: ConventionId, period: ReportPeriod) {
  const objectives = await readObjectives(manager, conventionId);
  return objectives.flatMap(({ indicators }) =>
    indicators.flatMap(({ indicator: code, parameters, targets }) => {
      const found = targets.find((target) => target.period === period);
      return found ? [{ code, parameters, target: found.target }] : [];
    }),
  );
}

async function monthsOfDashboard(
  manager: EntityManager,
  scope: IndicatorScope,
): Promise<Dashboard['months']> {
  const { visitsByMonth } = await visitTables(manager, scope);
  const sessions = await readSessions(manager, scope);
  const usage = await readUsage(manager, scope);
  const ran = await readMachineTime(manager, scope);
  return monthsOf(scope).map((month) => {
    const held = sessions.filter(({ day }) => day.startsWith(month));
    const made = usage.filter((row) => row.month === month);
    return {
      month,
      visits: visitsByMonth.find(({ key }) => key === month)?.people ?? 0,
      sessions: held.length,
      attendances: held.reduce((sum, { people }) => sum + people, 0),
      prints: made.reduce((sum, { prints }) => sum + prints, 0),
      machineHours: hoursOf(
        ran.reduce((sum, row) => (row.month === month ? sum + row.milliseconds : sum), 0),
      ),
    };
  });
}
