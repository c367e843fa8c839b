import {
  fitsFile,
  isKnownMaterial,
  isSameName,
  isUndecided,
  type MaterialWish,
  toolsOfOtherMaterial,
} from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { StoredFile } from '../files/file.entity';
import { Machine } from '../labs/machine.entity';
import { filamentOfFile, materialsOfFile, materialWordsOf } from './file-materials';
import { Filament, Spool } from './material.entities';
import { balances } from './stock';

export interface LabMaterial {
  readonly material: string;
  /** On one of the lab's machines now. */
  readonly loaded: boolean;
}

/** What a lab has on spools that are not empty, what is on its machines first; for whoever may submit there. */
export async function materialsOfLab(manager: EntityManager, labId: LabId): Promise<LabMaterial[]> {
  const rows = await manager
    .createQueryBuilder(Spool, 'spool')
    .innerJoin(Filament, 'filament', 'filament.id = spool.filamentId')
    .leftJoin(Machine, 'machine', 'machine.spoolId = spool.id')
    .select(['spool.id AS id', 'filament.material AS material', 'machine.id AS "machineId"'])
    .where('spool.labId = :labId', { labId })
    .orderBy('filament.material')
    .getRawMany<{ id: Spool['id']; material: string; machineId: string | null }>();
  const left = await balances(
    manager,
    rows.map(({ id }) => id),
  );
  const known: { material: string; loaded: boolean }[] = [];
  for (const { id, material, machineId } of rows) {
    if ((left.get(id) ?? 0) <= 0) continue;
    const same = known.find((each) => isSameName(each.material, material));
    if (!same) known.push({ material: material.trim(), loaded: machineId !== null });
    else same.loaded ||= machineId !== null;
  }
  return known.sort((a, b) => Number(b.loaded) - Number(a.loaded));
}

/** The same beside a file: whether it is made for each. */
export const offersFor = (materials: readonly LabMaterial[], { analysis }: Pick<StoredFile, 'analysis'>) => {
  const filamentUm = filamentOfFile(analysis);
  const file = materialsOfFile(analysis);
  const used = filamentUm.flatMap((um, tool) => (um > 0 ? [file[tool]] : []));
  return materials.map((each) => ({
    ...each,
    fitsFile: used.every((tool) => fitsFile(tool, each.material)),
  }));
};

/**
 * May this be asked for, of this file? Nothing may always: then it is what the file is made for. A file that is still being
 * read is held against it when it has been: until somebody decides, no machine takes it.
 * @returns what is to be kept of it: where the file is made for that material, it is instead of nothing
 * @throws Fault MATERIAL.UNKNOWN {material, known}, JOB.MATERIAL_DIFFERS {material, file}
 */
export async function demandMaterial(
  manager: EntityManager,
  labId: LabId,
  wish: MaterialWish,
  { analysis }: Pick<StoredFile, 'analysis'>,
): Promise<MaterialWish> {
  const { material } = wish;
  if (material === null) return wish;
  await demandKnownMaterial(manager, labId, material, { analysis });
  if (isUndecided(wish, materialsOfFile(analysis), filamentOfFile(analysis)))
    throw new Fault('JOB.MATERIAL_DIFFERS', { material, file: materialWordsOf(analysis) });
  const differs =
    toolsOfOtherMaterial(materialsOfFile(analysis), filamentOfFile(analysis), material).length > 0;
  return analysis && !differs ? { material, insteadOf: null } : wish;
}

/**
 * Is it a word that means something here: a plastic's, or that of a filament of the network, or of the file?
 * @throws Fault MATERIAL.UNKNOWN {material, known}
 */
export async function demandKnownMaterial(
  manager: EntityManager,
  labId: LabId,
  material: string,
  { analysis }: Pick<StoredFile, 'analysis'>,
): Promise<void> {
  const isMeant = (name: string | null) => name !== null && isSameName(name, material);
  if (isKnownMaterial(material) || materialsOfFile(analysis).some(({ name }) => isMeant(name))) return;
  const filaments = await manager.find(Filament, { select: { id: true, material: true } });
  if (filaments.some((filament) => isMeant(filament.material))) return;
  const known = (await materialsOfLab(manager, labId)).map((each) => each.material);
  throw new Fault('MATERIAL.UNKNOWN', { material, known: known.join(', ') || '–' });
}
