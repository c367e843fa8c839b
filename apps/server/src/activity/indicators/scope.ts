import {
  daysOfPeriod,
  type IndicatorCode,
  type IndicatorParameters,
  type ReportPeriod,
} from '@pandafab/domain';
import type { ConventionId, Instant, LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { addDays, type Day, dayStart } from '../../money/kit/paris';

/** Which rows a figure counts: those of a lab or of the network, in a period, until now. */
export interface IndicatorScope {
  /** Null: the whole network. */
  readonly labId: LabId | null;
  /** Null: what belongs to a convention has no figure. */
  readonly conventionId: ConventionId | null;
  /** Both included. */
  readonly from: Day;
  readonly until: Day;
  /** The same in instants of Europe/Paris; `end` is not included. */
  readonly start: Instant;
  readonly end: Instant;
  readonly now: Instant;
  /** What was read already: several figures come from one question to the database. */
  readonly memory: Map<string, Promise<unknown>>;
}

/** A figure that a convention can use. Its definition is in `docs/indicators.md`. */
export interface IndicatorQuery {
  readonly code: IndicatorCode;
  /** Null: there is no figure here. */
  read(
    manager: EntityManager,
    scope: IndicatorScope,
    parameters: IndicatorParameters,
  ): Promise<number | null>;
}

interface Asked {
  readonly labId: LabId | null;
  readonly conventionId: ConventionId | null;
  readonly now: Instant;
}

export const scopeOfDays = (asked: Asked, from: Day, until: Day): IndicatorScope => ({
  ...asked,
  ...{ from, until, start: dayStart(from), end: dayStart(addDays(until, 1)), memory: new Map() },
});

export function scopeOf(asked: Asked, period: ReportPeriod): IndicatorScope {
  const { from, until } = daysOfPeriod(period);
  return scopeOfDays(asked, from, until);
}

/** The same period for a lab, or for the network. What was read for all labs is not read again. */
export const ofThisLab = (scope: IndicatorScope, labId: LabId | null): IndicatorScope => ({
  ...scope,
  labId,
});

/** Reads once for all figures of a scope that need the same. */
export const once = <Read>(scope: IndicatorScope, name: string, read: () => Promise<Read>): Promise<Read> =>
  remembered(scope, `${scope.labId ?? 'network'} ${name}`, read);

/** Reads the rows of all labs, once for the network and each lab. @returns the rows of this scope */
export async function onceForAll<Row extends OfLab>(
  scope: IndicatorScope,
  name: string,
  read: (network: IndicatorScope) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows = await remembered(scope, `all ${name}`, () => read(ofThisLab(scope, null)));
  return scope.labId === null ? rows : rows.filter(({ labId }) => labId === scope.labId);
}

interface OfLab {
  readonly labId: string;
}

function remembered<Read>({ memory }: IndicatorScope, key: string, read: () => Promise<Read>): Promise<Read> {
  const found = memory.get(key) ?? read();
  memory.set(key, found);
  return found as Promise<Read>;
}
