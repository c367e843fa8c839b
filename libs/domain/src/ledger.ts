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
}

export interface LoadedSpool {
  readonly spoolId: SpoolId;
  readonly geometry: FilamentGeometry;
}

export interface RunExtrusion {
  readonly runId: RunId;
  /** Acknowledged net extrusion per tool, whatever way the run ended. */
  readonly filamentUm: readonly Micrometres[];
  /** What each tool was loaded with when the run was assigned. */
  readonly spools: readonly (LoadedSpool | null)[];
}

export interface RunMovements {
  readonly movements: readonly RunMovement[];
  /** Extrusion of tools that had no spool: a person must say where it came from. */
  readonly unattributed: readonly { readonly tool: number; readonly filamentUm: Micrometres }[];
}

export const runMovementKey = (runId: RunId, tool: number): string => `run:${runId}:${tool}`;

/** What a run took from which spool: one movement per tool that extruded. */
export function movementsOfRun(run: RunExtrusion): RunMovements {
  const movements: RunMovement[] = [];
  const unattributed: { tool: number; filamentUm: Micrometres }[] = [];
  run.filamentUm.forEach((filamentUm, tool) => {
    if (filamentUm === 0) return;
    const spool = run.spools[tool];
    if (!spool) {
      unattributed.push({ tool, filamentUm });
      return;
    }
    const { runId } = run;
    const milligrams = -milligramsOf(filamentUm, spool.geometry);
    movements.push({ key: runMovementKey(runId, tool), runId, tool, spoolId: spool.spoolId, milligrams });
  });
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
