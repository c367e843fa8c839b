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
import { toIso } from '../../platform/http/fields';
import { readObjectives } from '../conventions/read-convention';
import { conventionWithin } from './current-convention';
import type { Dashboard } from './dashboard.dto';
import { readIndicator } from './queries';
import { monthsOf } from './reads/months-of';
import { readMachineTime } from './reads/read-machine-time';
import { readSessions } from './reads/read-sessions';
import { readUsage } from './reads/read-usage';
import { type IndicatorScope, scopeOf } from './scope';
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

export interface DashboardOf {
  readonly labId: LabId | null;
  readonly period: ReportPeriod;
  readonly now: Instant;
}

/** The figures of a period that may still run, beside those of the period before and the targets of the agreement. */
export async function readDashboard(
  manager: EntityManager,
  { labId, period, now }: DashboardOf,
): Promise<Dashboard> {
  const days = daysOfPeriod(period);
  const convention = await conventionWithin(manager, days);
  const of = { labId, now, conventionId: convention?.id ?? null };
  const scope = scopeOf(of, period);
  const before = scopeOf(of, previousPeriod(period));
  const figure = async (
    indicator: IndicatorCode,
    parameters: IndicatorParameters = {},
    target: number | null = null,
  ) => ({
    ...{ indicator, unit: indicatorOf(indicator)?.unit ?? 'count', parameters: { ...parameters } },
    value: await readIndicator(manager, scope, indicator, parameters),
    previous: await readIndicator(manager, before, indicator, parameters),
    target,
  });
  const figures = [];
  for (const code of KEY_FIGURES) figures.push(await figure(code));
  const targets = [];
  for (const { code, parameters, target } of await targetsOf(manager, of.conventionId, period))
    if (labId === null) targets.push(await figure(code, parameters, target));
  const { visitsByPublic, visitsByPurpose } = await visitTables(manager, scope);
  return {
    ...{ period, previousPeriod: previousPeriod(period), ...days, labId, figures, targets },
    isOver: isPeriodOver(period, parisDay(now)),
    convention: convention && { id: convention.id, title: convention.title },
    months: await monthsOfDashboard(manager, scope),
    visitsByPublic: [...visitsByPublic],
    visitsByPurpose: [...visitsByPurpose],
    computedAt: toIso(now),
  };
}

/** Targets are those of the network: the agreement sets none for a lab. */
async function targetsOf(manager: EntityManager, conventionId: ConventionId | null, period: ReportPeriod) {
  if (conventionId === null) return [];
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
        ran.reduce((sum, row) => (row.month === month ? sum + row.seconds : sum), 0) * 1000,
      ),
    };
  });
}
