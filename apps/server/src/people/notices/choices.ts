import type { AccountId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { chunks } from '../../platform/persistence/chunks';
import { NoticeChoice } from './notice.entities';
import { NOTICE_CHANNELS, type NoticeChannel, type NoticeDetails, type NoticeKind } from './notice-kind';

/** By which ways each person is told of a kind. */
export type Ways = Readonly<Record<NoticeChannel, boolean>>;

/** The ways for a person with these choices. */
export function waysOf(
  { name, defaults }: Pick<NoticeKind<NoticeDetails>, 'name' | 'defaults'>,
  chosen: readonly Pick<NoticeChoice, 'kind' | 'channel' | 'isOn'>[],
): Ways {
  const own = new Map(chosen.filter(({ kind }) => kind === name).map(({ channel, isOn }) => [channel, isOn]));
  const ways = NOTICE_CHANNELS.map((channel) => [channel, own.get(channel) ?? defaults[channel]]);
  return Object.fromEntries(ways) as Ways;
}

/** The ways for each of these accounts. */
export async function waysOfAccounts(
  manager: EntityManager,
  kind: Pick<NoticeKind<NoticeDetails>, 'name' | 'defaults'>,
  accounts: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, Ways>> {
  const found: NoticeChoice[] = [];
  for (const some of chunks(accounts))
    found.push(...(await manager.findBy(NoticeChoice, { accountId: In(some), kind: kind.name })));
  return new Map(
    accounts.map((accountId) => [
      accountId,
      waysOf(
        kind,
        found.filter((each) => each.accountId === accountId),
      ),
    ]),
  );
}
