import type { AccountId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { Account } from './account.entity';

/** Locks this account until the unit of work ends. On PostgreSQL, writing the row locks it. */
export async function holdAccount({ manager }: Unit, id: AccountId): Promise<void> {
  await manager.update(Account, { id }, { id });
}
