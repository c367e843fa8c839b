import { IsNull } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import type { WatchStep } from './next-watch';
import { WatchedCondition } from './watched-condition.entity';

/**
 * Writes the next step of a condition. Of several processes that look at the same time, one tells.
 * @returns true when it is to be told now
 */
export async function writeWatchStep(unit: Unit, id: string, step: WatchStep): Promise<boolean> {
  const { manager, now } = unit;
  if (step === 'forget') await manager.delete(WatchedCondition, { id });
  if (step === 'end') await manager.update(WatchedCondition, { id }, { endedAt: now });
  if (step === 'resume') await manager.update(WatchedCondition, { id }, { endedAt: null });
  if (step === 'begin') {
    const row = { id, since: now, toldAt: null, endedAt: null };
    await manager.createQueryBuilder().insert().into(WatchedCondition).values(row).orIgnore().execute();
  }
  if (step !== 'tell') return false;
  const { affected } = await manager.update(WatchedCondition, { id, toldAt: IsNull() }, { toldAt: now });
  return affected === 1;
}
