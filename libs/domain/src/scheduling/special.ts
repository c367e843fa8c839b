import type { MachineView } from '../reasons';

type Machine = Pick<MachineView, 'id' | 'spools' | 'inductionKind' | 'equipment' | 'bedMm2'>;

/** What few files need, in parts of what a further tool counts. */
const PART = 0.5;
const USUAL_NOZZLE_UM = 400;
/** So much larger than the middle one of the lab's other beds is a large bed. */
const LARGE = 1.5;

/**
 * How much a machine can that ordinary files do not need, so that it is kept for the others: one for each further tool
 * and for a kind that needs an induction, a half each for a housing, a hardened nozzle, an unusual nozzle, a large bed.
 * @param all the machines of its lab
 */
export function specialOf(machine: Machine, all: readonly Machine[]): number {
  const { enclosed, nozzleType, nozzleUm } = machine.equipment;
  const parts = [
    enclosed === true,
    nozzleType === 'hardened',
    nozzleUm !== null && nozzleUm !== USUAL_NOZZLE_UM,
    hasLargeBed(machine, all),
  ];
  const further = Math.max(0, machine.spools.length - 1);
  return further + (machine.inductionKind === null ? 0 : 1) + PART * parts.filter(Boolean).length;
}

function hasLargeBed({ id, bedMm2 }: Machine, all: readonly Machine[]): boolean {
  const others = all.filter((each) => each.id !== id).map((each) => each.bedMm2);
  const middle = others.sort((a, b) => a - b)[Math.floor(others.length / 2)];
  return middle !== undefined && bedMm2 > LARGE * middle;
}
