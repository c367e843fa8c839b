import { Injectable } from '@nestjs/common';
import { rolesAllowed } from '@pandafab/domain';
import { type AccountId, inLanguage, type Language, newId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { waysOf } from './choices';
import { NoticeChoice } from './notice.entities';
import { NoticeCatalogue } from './notice-catalogue';
import { NOTICE_CHANNELS, type NoticeChannel, type NoticeKindName } from './notice-kind';

/** One choice that a person makes. */
export interface OwnChoice {
  readonly kind: NoticeKindName;
  readonly channel: NoticeChannel;
  readonly isOn: boolean;
}

/** Of which events a person is told, and by which ways. */
@Injectable()
export class NoticeChoicesService {
  constructor(
    private readonly catalogue: NoticeCatalogue,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The kinds that this person can be told of: those for staff only where a role looks after a lab. */
  async list({ accountId, roles }: CurrentAccountInfo, language: Language) {
    const chosen = await this.read.of(NoticeChoice).findBy({ accountId });
    const isStaff = roles.some(({ role }) => rolesAllowed('machine.manage').includes(role));
    return this.catalogue
      .all()
      .filter(({ group }) => isStaff || group !== 'staff')
      .map((kind) => ({
        ...{ kind: kind.name, group: kind.group, name: inLanguage(kind.words, language).name },
        ...waysOf(kind, chosen),
      }));
  }

  async choose(
    accountId: AccountId,
    items: readonly ({ readonly kind: NoticeKindName } & Partial<Record<NoticeChannel, boolean>>)[],
  ): Promise<void> {
    const choices = items.flatMap(({ kind, ...ways }) =>
      NOTICE_CHANNELS.flatMap((channel) => {
        const isOn = ways[channel];
        return isOn === undefined ? [] : [{ kind, channel, isOn }];
      }),
    );
    await this.unitOfWork.run(async (unit) => {
      const changed: OwnChoice[] = [];
      for (const choice of choices) if (await this.write(unit, accountId, choice)) changed.push(choice);
      if (changed.length === 0) return;
      const after = Object.fromEntries(
        changed.map(({ kind, channel, isOn }) => [`${kind} ${channel}`, isOn]),
      );
      await audit(unit, { action: 'account.notices-chosen', subject: ['account', accountId], after });
    });
  }

  /** @returns true when it changes what the person gets */
  async write(unit: Unit, accountId: AccountId, { kind, channel, isOn }: OwnChoice): Promise<boolean> {
    const { manager, now } = unit;
    const key = { accountId, kind, channel };
    const before = await manager.findOneBy(NoticeChoice, key);
    const was = before?.isOn ?? this.catalogue.of(kind).defaults[channel];
    if (was === isOn) return false;
    const { affected } = await manager.update(NoticeChoice, key, { isOn, changedAt: now });
    if (affected) return true;
    const row = { id: newId<string>(), ...key, isOn, changedAt: now };
    // Where another request has just written a first choice, that one stays.
    await manager.createQueryBuilder().insert().into(NoticeChoice).values(row).orIgnore().execute();
    return true;
  }
}
