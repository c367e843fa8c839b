import { milligramsOf } from '@pandafab/shared';
import { againstEquipment } from '../equipment';
import { fitsFile, isUndecided } from '../file-material';
import { againstPeople, missingTags, takesColour } from '../job-conditions';
import { isSameName } from '../material-names';
import type { JobNeeds, MachineView, SpoolView, Stock } from '../reasons';

/** Whether a machine takes a job once it is free: never as things are, after a change of its spool, or as it is. */
export type Fit = 'never' | 'change' | 'fits';

type Machine = Pick<
  MachineView,
  'id' | 'labId' | 'inductionKind' | 'spools' | 'inMaintenance' | 'tags' | 'equipment'
>;

/**
 * The same rules as `reasonsAgainst` for a machine that is free (a property test holds them together), without the
 * reasons: a forecast asks it for each kind of job and each machine.
 */
export function fitOf(job: JobNeeds, machine: Machine, stock: Stock): Fit {
  if (job.labId !== machine.labId || machine.inMaintenance || job.fileLost) return 'never';
  if (job.onlyMachineId !== null && job.onlyMachineId !== machine.id) return 'never';
  if (machine.inductionKind !== null && !job.inductions.has(machine.inductionKind)) return 'never';
  if (againstPeople(job).length > 0 || missingTags(job, machine).length > 0) return 'never';
  const refusals = job.refusals.get(machine.id);
  if (!refusals || refusals.length > 0) return 'never';
  const filament = job.filamentOn(machine.id);
  if (filament.length > machine.spools.length || isUndecided(job, job.fileMaterials, filament))
    return 'never';
  if (againstEquipment(job.equipment, machine, filament, stock).length > 0) return 'never';
  for (const [tool, um] of filament.entries()) {
    if (um === 0) continue;
    const spoolId = machine.spools[tool];
    const spool = spoolId ? stock.get(spoolId) : undefined;
    if (!spool || !takesSpool(job, tool, um, spool)) return 'change';
  }
  return 'fits';
}

function takesSpool(job: JobNeeds, tool: number, um: number, spool: SpoolView): boolean {
  const { material } = job;
  const isRight =
    material === null
      ? fitsFile(job.fileMaterials[tool], spool.material)
      : isSameName(material, spool.material);
  return isRight && takesColour(job, spool.colour) && spool.balanceMg >= milligramsOf(um, spool.geometry);
}
