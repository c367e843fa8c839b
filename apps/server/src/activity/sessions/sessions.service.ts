import { Injectable } from '@nestjs/common';
import { Fault, type Instant, type SessionId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { billSession } from './bill-session';
import { cancelSessions } from './cancel-sessions';
import { changeSessions, following } from './change-sessions';
import { findSession } from './find-session';
import { holdSessions } from './hold-sessions';
import { makeSessions } from './make-sessions';
import { Session } from './session.entities';
import { demandOwnProject, subjectOf } from './session-links';
import { SessionPeople } from './session-people';
import { viewSessions } from './session-view';
import type {
  NewSessionsDto,
  SessionCancelDto,
  SessionChangesDto,
  SessionHeldDto,
  SessionLineDto,
  SessionsCancelDto,
} from './sessions.dto';

/** Sessions may be noted as held this long before their beginning: people sit down early. */
export const EARLY_MS = 3_600_000;

/** @throws Fault SESSION.NOT_BEGUN: attendance is noted when people are there, not before */
export function demandBegun({ fromAt }: Pick<Session, 'fromAt'>, now: Instant): void {
  if (fromAt - EARLY_MS > now) throw new Fault('SESSION.NOT_BEGUN');
}

/** Staff plan sessions, change and cancel them, and note that they took place. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: SessionPeople,
  ) {}

  /** One session, or all of a series. @throws each reason of `makeSessions`; AUTH.OTHER_LAB */
  create(account: CurrentAccountInfo, fields: NewSessionsDto) {
    demandIn(account, 'session.manage', fields.labId);
    return this.viewed(account, async (unit) => {
      await demandOwnProject(unit.manager, account, fields.projectId);
      return makeSessions(unit, account.accountId, fields);
    });
  }

  /** Adds a session to the client order that pays for it. @throws each reason of `billSession` */
  async bill(account: CurrentAccountInfo, id: SessionId, body: SessionLineDto) {
    return this.viewed(account, async (unit) => {
      await billSession(unit, id, body);
      return [await findSession(unit.manager, id)];
    });
  }

  /** @throws each reason of `changeSessions` */
  change(account: CurrentAccountInfo, id: SessionId, changes: SessionChangesDto) {
    return this.viewed(account, async (unit) => {
      const { projectId } = await findSession(unit.manager, id);
      if (changes.projectId && changes.projectId !== projectId)
        await demandOwnProject(unit.manager, account, changes.projectId);
      return changeSessions(unit, this.people.book, id, changes);
    });
  }

  /** @throws Fault SESSION.UNKNOWN, SESSION.HELD */
  cancel(account: CurrentAccountInfo, id: SessionId, { reason, which }: SessionCancelDto) {
    return this.viewed(account, async (unit) => {
      const session = await findSession(unit.manager, id);
      const targets = which === 'one' ? [session] : await following(unit, session);
      return this.cancelled(
        unit,
        targets.map((each) => each.id),
        reason,
      );
    });
  }

  /** Several at once, of labs where the account may. @throws Fault SESSION.UNKNOWN, SESSION.HELD, AUTH.OTHER_LAB */
  cancelAll(account: CurrentAccountInfo, { ids, reason }: SessionsCancelDto) {
    return this.viewed(account, async (unit) => {
      const unique = [...new Set(ids)];
      for (const id of unique)
        demandIn(account, 'session.manage', (await findSession(unit.manager, id)).labId);
      return this.cancelled(unit, unique, reason);
    });
  }

  /**
   * Notes that a session took place, and how many people without a name were there. Said again, it changes the number.
   * @throws Fault SESSION.UNKNOWN, SESSION.CANCELLED, SESSION.NOT_BEGUN
   */
  hold(account: CurrentAccountInfo, id: SessionId, { headCount }: SessionHeldDto) {
    return this.viewed(account, async (unit) => {
      const { manager, now } = unit;
      await holdSessions(unit);
      const session = await findSession(manager, id);
      if (session.state === 'cancelled') throw new Fault('SESSION.CANCELLED');
      demandBegun(session, now);
      if (session.state === 'held' && session.headCount === headCount) return [session];
      const after = { state: 'held', headCount, heldAt: session.heldAt ?? now } as const;
      await manager.update(Session, { id }, { ...after, version: session.version + 1 });
      const before = { state: session.state, headCount: session.headCount };
      const note = { action: 'lab-session.held', ...subjectOf(session) } as const;
      await audit(unit, { ...note, before, after: { state: 'held', headCount } });
      return [await findSession(manager, id)];
    });
  }

  /** Takes that note back; the number of people stays for the next one. Idempotent. @throws Fault SESSION.UNKNOWN, SESSION.CANCELLED */
  reopen(account: CurrentAccountInfo, id: SessionId) {
    return this.viewed(account, async (unit) => {
      const { manager } = unit;
      await holdSessions(unit);
      const session = await findSession(manager, id);
      if (session.state === 'cancelled') throw new Fault('SESSION.CANCELLED');
      if (session.state === 'planned') return [session];
      const after = { state: 'planned', heldAt: null } as const;
      await manager.update(Session, { id }, { ...after, version: session.version + 1 });
      const before = { state: session.state, headCount: session.headCount };
      const note = { action: 'lab-session.reopened', ...subjectOf(session) } as const;
      await audit(unit, { ...note, before, after: { state: 'planned' } });
      return [await findSession(manager, id)];
    });
  }

  private async cancelled(unit: Unit, ids: readonly SessionId[], reason: string): Promise<Session[]> {
    await cancelSessions(unit, this.people.book, ids, reason);
    const found: Session[] = [];
    for (const id of ids) found.push(await findSession(unit.manager, id));
    return found;
  }

  /** Does the work, and shows the sessions as they are then. */
  private viewed(account: CurrentAccountInfo, work: (unit: Unit) => Promise<Session[]>) {
    return this.unitOfWork.run(async (unit) => {
      const sessions = await work(unit);
      const items = await viewSessions(unit.manager, account, unit.now, this.people.book, sessions);
      return { items, total: items.length };
    });
  }
}
