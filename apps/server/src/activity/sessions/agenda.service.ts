import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type LabId, type SessionId } from '@pandafab/shared';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { GroupPerson } from '../../people/groups/group.entities';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { findSession } from './find-session';
import { Session } from './session.entities';
import { SessionPeople } from './session-people';
import { ownMembers, seesAll, viewSessions } from './session-view';
import type { AgendaQueryDto, SessionDto } from './sessions.dto';
import { trainersOf } from './trainers';

/** Rows of one list: more than a year of a busy lab. */
const MOST_ROWS = 2000;
const DAYS_AHEAD = 31;
const DAY_MS = 86_400_000;
const LINKS = ['seriesId', 'projectId', 'prestationId', 'organisationId', 'groupId'] as const;
const FILTERS = ['labId', 'trainerId', 'topicId', 'kind', 'audience', ...LINKS] as const;

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What people read of sessions. */
@Injectable()
export class AgendaService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly people: SessionPeople,
  ) {}

  /** Sessions that the account may see, the earliest first. */
  async list(account: CurrentAccountInfo, asked: AgendaQueryDto) {
    const query = this.read.of(Session).createQueryBuilder('session').where('1 = 1');
    const { from, until } = this.daysOf(asked);
    if (from) query.andWhere('session.day >= :from', { from });
    if (until) query.andWhere('session.day <= :until', { until });
    for (const field of FILTERS)
      if (asked[field] !== undefined)
        query.andWhere(`session.${field} = :${field}`, { [field]: asked[field] });
    if (asked.state) query.andWhere('session.state = :state', { state: asked.state });
    else query.andWhere("session.state <> 'cancelled'");
    await this.onlyVisible(query, account);
    query.orderBy('session.fromAt').addOrderBy('session.id').take(MOST_ROWS);
    const [found, total] = await query.getManyAndCount();
    return { items: await this.view(account, found), total };
  }

  /** @throws Fault SESSION.UNKNOWN, also for one that the account may not see */
  async get(account: CurrentAccountInfo, id: SessionId): Promise<SessionDto> {
    const session = await findSession(this.read.manager, id);
    const [view] = await this.view(account, [session]);
    if (!view) throw new Fault('SESSION.UNKNOWN');
    const query = this.read.of(Session).createQueryBuilder('session').where({ id });
    await this.onlyVisible(query, account);
    if (view.own.length === 0 && !(await query.getExists())) throw new Fault('SESSION.UNKNOWN');
    return view;
  }

  /** Who can lead sessions of a lab, by name. @throws Fault LAB.UNKNOWN */
  async trainers(labId: LabId): Promise<{ items: { id: AccountId; name: string }[]; total: number }> {
    if (!(await this.read.of(Lab).existsBy({ id: labId }))) throw new Fault('LAB.UNKNOWN');
    const trainers = await trainersOf(this.read.manager, labId);
    return { items: trainers.map(({ id, name }) => ({ id, name })), total: trainers.length };
  }

  view(account: CurrentAccountInfo, sessions: readonly Session[]): Promise<SessionDto[]> {
    return viewSessions(this.read.manager, account, this.clock.now(), this.people.book, sessions);
  }

  /** Without days: from today for a month, or all where the sessions of one project or the like are asked for. */
  private daysOf(asked: AgendaQueryDto) {
    const isOfLink = LINKS.some((link) => asked[link] !== undefined);
    if (isOfLink) return { from: asked.from, until: asked.until };
    const from = asked.from ?? isoDay(this.clock.now());
    return { from, until: asked.until ?? isoDay(Date.parse(from) + DAYS_AHEAD * DAY_MS) };
  }

  /**
   * Those who do not work in a lab see what they can register for: sessions open to all, and those of their groups. An
   * appointment is known to its person and the staff only.
   */
  private async onlyVisible(query: SelectQueryBuilder<Session>, account: CurrentAccountInfo): Promise<void> {
    if (seesAll(account)) return;
    const { manager } = this.read;
    const memberIds = await ownMembers(manager, account, this.clock.now());
    const groups = manager
      .createQueryBuilder(GroupPerson, 'place')
      .select('place.groupId')
      .where('place.memberId IN (:...memberIds)');
    query.andWhere("session.kind <> 'appointment'").andWhere(
      new Brackets((either) =>
        either
          .where("session.audience IN ('everyone', 'members')")
          .orWhere(`(session.audience = 'group' AND session.groupId IN (${groups.getQuery()}))`, {
            memberIds,
          }),
      ),
    );
  }
}
