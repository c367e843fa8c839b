import {
  type FilamentGeometry,
  type Micrometres,
  type Milligrams,
  milligramsOf,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';

/** A change of a spool's stock. Corrections are further movements: a movement is never changed. */
export interface MaterialMovement {
  /** Names the cause; booking the same key twice changes nothing. */
  readonly key: string;
  readonly spoolId: SpoolId;
  /** Negative for what left the spool. */
  readonly milligrams: Milligrams;
}

export interface RunMovement extends MaterialMovement {
  readonly runId: RunId;
  readonly tool: number;
  /** What of the run's extrusion came from this spool. */
  readonly filamentUm: Micrometres;
}

export interface LoadedSpool {
  readonly spoolId: SpoolId;
  readonly geometry: FilamentGeometry;
}

/** Another spool was put on while the run was under way. */
export interface SpoolChange {
  readonly tool: number;
  /** What the tool had extruded by the last line that was acknowledged before it. */
  readonly filamentUm: Micrometres;
  /** What it takes from then on; null: nobody knows from where. */
  readonly spool: LoadedSpool | null;
}

export interface RunExtrusion {
  readonly runId: RunId;
  /** Acknowledged net extrusion per tool, whatever way the run ended. */
  readonly filamentUm: readonly Micrometres[];
  /** What each tool was loaded with when the run was assigned. */
  readonly spools: readonly (LoadedSpool | null)[];
  /** In the order in which they were made. */
  readonly changes?: readonly SpoolChange[];
}

export interface RunMovements {
  readonly movements: readonly RunMovement[];
  /** Extrusion of tools that had no spool: a person must say where it came from. */
  readonly unattributed: readonly { readonly tool: number; readonly filamentUm: Micrometres }[];
}

export const runMovementKey = (runId: RunId, tool: number, spoolId: SpoolId): string =>
  `run:${runId}:${tool}:${spoolId}`;

interface Part {
  readonly spool: LoadedSpool | null;
  readonly filamentUm: Micrometres;
}

/**
 * What one tool took from which spool. The parts add up to what it extruded: after a crash that may be less than at a
 * change that was noted before.
 */
function partsOf(total: Micrometres, first: LoadedSpool | null, changes: readonly SpoolChange[]): Part[] {
  const sums = new Map<SpoolId | null, Part>();
  let spool = first;
  let from = 0;
  for (const change of [...changes, { filamentUm: total, spool: null }]) {
    const to = Math.min(total, Math.max(from, change.filamentUm));
    const key = spool?.spoolId ?? null;
    sums.set(key, { spool, filamentUm: (sums.get(key)?.filamentUm ?? 0) + to - from });
    from = to;
    spool = change.spool;
  }
  return [...sums.values()].filter(({ filamentUm }) => filamentUm > 0);
}

/** What a run took from which spool: one movement per tool and spool. */
export function movementsOfRun({ runId, filamentUm, spools, changes = [] }: RunExtrusion): RunMovements {
  const parts = filamentUm.flatMap((total, tool) => {
    const own = changes.filter((change) => change.tool === tool);
    return partsOf(total, spools[tool] ?? null, own).map((part) => ({ tool, ...part }));
  });
  const movements = parts.flatMap(({ tool, spool, filamentUm: um }): RunMovement[] => {
    if (!spool) return [];
    const { spoolId, geometry } = spool;
    const key = runMovementKey(runId, tool, spoolId);
    return [{ key, runId, tool, spoolId, milligrams: -milligramsOf(um, geometry), filamentUm: um }];
  });
  const unattributed = parts.flatMap(({ tool, spool, filamentUm: um }) =>
    spool ? [] : [{ tool, filamentUm: um }],
  );
  return { movements, unattributed };
}

/**
 * What is left on a spool: the sum of its movements, each key counted once.
 * May be negative where more was printed than was weighed in: that is a finding, not an error.
 */
export function balanceOf(spoolId: SpoolId, movements: Iterable<MaterialMovement>): Milligrams {
  const counted = new Set<string>();
  let balance = 0;
  for (const movement of movements) {
    if (movement.spoolId !== spoolId || counted.has(movement.key)) continue;
    counted.add(movement.key);
    balance += movement.milligrams;
  }
  return balance;
}
