import { agedBalance, type OpenAmount } from '@pandafab/domain';
import type { OrganisationId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import type { Day } from '../kit/paris';
import type { AgedBalanceDto } from './accounts.dto';
import { clientBalances } from './balances';
import { openDocuments } from './open-documents';

/** What clients owe, by how long it is late; those who owe most first. Clients without anything open are left out. */
export async function agedClients(manager: EntityManager, day: Day): Promise<AgedBalanceDto> {
  const byClient = new Map<OrganisationId, OpenAmount[]>();
  for (const { organisationId, openCents, dueOn, issuedOn } of await openDocuments(manager))
    byClient.set(organisationId, [
      ...(byClient.get(organisationId) ?? []),
      { openCents, dueOn: dueOn ?? null, issuedOn },
    ]);
  const balances = await clientBalances(manager);
  const ids = [...new Set([...byClient.keys(), ...balances.keys()])];
  const names = await namesOf(manager, ids);
  const items = ids
    .map((organisationId) => ({
      ...{ organisationId, name: names.get(organisationId) ?? '' },
      ...agedBalance(byClient.get(organisationId) ?? [], day),
      onAccountCents: balances.get(organisationId) ?? 0,
    }))
    .sort((a, b) => b.openCents - a.openCents || a.name.localeCompare(b.name, 'fr'));
  return { day, items, totals: totalsOf(items, day) };
}

type Columns = AgedBalanceDto['totals'];

function totalsOf(items: readonly Columns[], day: Day): Columns {
  const totals: Record<string, number> = { ...agedBalance([], day), onAccountCents: 0 };
  for (const item of items)
    for (const name of Object.keys(totals)) totals[name] = (totals[name] ?? 0) + item[name as keyof Columns];
  return totals as unknown as Columns;
}

/** In parts: a query has room for some thousands of ids. */
async function namesOf(
  manager: EntityManager,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, string>> {
  const names = new Map<OrganisationId, string>();
  for (let at = 0; at < ids.length; at += 1000)
    for (const { id, name } of await manager.find(Organisation, {
      select: { id: true, name: true },
      where: { id: In(ids.slice(at, at + 1000)) },
    }))
      names.set(id, name);
  return names;
}
