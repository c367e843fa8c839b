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
  readonly spoolId: SpoolId;
  /** Negative for material taken from the spool. */
  readonly milligrams: Milligrams;
}

export interface RunMovement extends MaterialMovement {
  readonly runId: RunId;
  readonly tool: number;
  /** The part of the run's extrusion from this spool. */
  readonly filamentUm: Micrometres;
}

export interface LoadedSpool {
  readonly spoolId: SpoolId;
  readonly geometry: FilamentGeometry;
}

/** A change of spool during the run. */
export interface SpoolChange {
  readonly tool: number;
  /** The tool's extrusion up to the last line acknowledged before the change. */
  readonly filamentUm: Micrometres;
  /** The spool from then on; null: unknown. */
  readonly spool: LoadedSpool | null;
}

export interface RunExtrusion {
  readonly runId: RunId;
  /** Acknowledged net extrusion per tool, for every outcome. */
  readonly filamentUm: readonly Micrometres[];
  /** The spool of each tool when the run was assigned. */
  readonly spools: readonly (LoadedSpool | null)[];
  /** In the order in which they were made. */
  readonly changes?: readonly SpoolChange[];
}

export interface RunMovements {
  readonly movements: readonly RunMovement[];
  /** Extrusion of tools that had no spool: a person must say where it came from. */
  readonly unattributed: readonly { readonly tool: number; readonly filamentUm: Micrometres }[];
}

interface Part {
  readonly spool: LoadedSpool | null;
  readonly filamentUm: Micrometres;
}

/**
 * The use of each spool by one tool. The parts add up to the tool's extrusion: after a crash that may be less than at an
 * earlier recorded change.
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

/** A run's use of each spool: one movement per tool and spool. */
export function movementsOfRun({ runId, filamentUm, spools, changes = [] }: RunExtrusion): RunMovements {
  const parts = filamentUm.flatMap((total, tool) => {
    const own = changes.filter((change) => change.tool === tool);
    return partsOf(total, spools[tool] ?? null, own).map((part) => ({ tool, ...part }));
  });
  const movements = parts.flatMap(({ tool, spool, filamentUm: um }): RunMovement[] => {
    if (!spool) return [];
    const { spoolId, geometry } = spool;
    return [{ runId, tool, spoolId, milligrams: -milligramsOf(um, geometry), filamentUm: um }];
  });
  const unattributed = parts.flatMap(({ tool, spool, filamentUm: um }) =>
    spool ? [] : [{ tool, filamentUm: um }],
  );
  return { movements, unattributed };
}
