import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Machine } from '../labs/machine.entity';
import { raiseMatches } from '../matching/raise-match';

/**
 * Who may use a kind of machine has changed: every lab that has such a one looks again. Not only those where a job of
 * the member is seen to wait: one that is being queued at this moment is not seen yet, and would wait for ever.
 */
export async function raiseMatchesOfKind(manager: EntityManager, clock: Clock, kind: string): Promise<void> {
  const machines = await manager.find(Machine, { where: { kind }, select: { id: true, labId: true } });
  await raiseMatches(
    manager,
    clock,
    machines.map(({ labId }) => labId),
  );
}
