import type { Unit } from '../../platform/persistence/unit';
import { requestMatchingOf } from '../labs/request-matching';
import { Machine } from './machine.entity';

/**
 * The rules for using a kind of machine have changed: every lab that has such a machine is matched again. This is not
 * limited to labs where a waiting job of the member is visible: a job that is being queued at this moment is not
 * visible yet, and would wait forever.
 */
export async function requestMatchingOfKind(unit: Unit, kind: string): Promise<void> {
  const machines = await unit.manager.find(Machine, { where: { kind }, select: { id: true, labId: true } });
  await requestMatchingOf(
    unit,
    machines.map(({ labId }) => labId),
  );
}
