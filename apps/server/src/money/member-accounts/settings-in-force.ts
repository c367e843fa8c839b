import { NOTHING_CHARGED, type SettlementPolicy } from '@pandafab/domain';
import type { LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { AccountSettings, LabSettlement, THE_NETWORK } from './settings.entities';

export type AccountRules = Omit<AccountSettings, 'id' | 'changedBy' | 'changedAt'>;

/** No member pays from an account: the service as it is installed. */
export const ACCOUNTS_OFF: AccountRules = {
  ...{ isOn: false, defaultAllowanceCents: 0, quotas: {}, policy: NOTHING_CHARGED, invoicesMonthly: false },
};

/** How members pay in this network. */
export async function accountRules(manager: EntityManager): Promise<AccountRules> {
  return (await manager.findOneBy(AccountSettings, { id: THE_NETWORK })) ?? ACCOUNTS_OFF;
}

/** What a lab charges for runs that end otherwise: its own policy, or that of the network. */
export async function policyOf(manager: EntityManager, labId: LabId): Promise<SettlementPolicy> {
  const own = await manager.findOneBy(LabSettlement, { labId });
  return own?.policy ?? (await accountRules(manager)).policy;
}
