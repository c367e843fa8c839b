import {
  type ConventionId,
  type LabId,
  type MemberId,
  newId,
  type OrganisationId,
  type ProjectId,
  type RegistrationId,
  type SessionId,
  type TopicId,
  type VisitId,
} from '@pandafab/shared';
import type { TestAccount, TestDatabase } from '@pandafab/testing';
import { Partner } from '../../../../apps/server/src/activity/partners/partner.entity';
import { Project } from '../../../../apps/server/src/activity/projects/project.entities';
import { Registration } from '../../../../apps/server/src/activity/registrations/registration.entities';
import { Session } from '../../../../apps/server/src/activity/sessions/session.entities';
import { Topic } from '../../../../apps/server/src/activity/topics/topic.entity';
import { LabOpening, Visit } from '../../../../apps/server/src/activity/visits/visit.entities';
import { Lab } from '../../../../apps/server/src/network/labs/lab.entity';
import { BillingWorld } from '../../fixtures/billing-world';

/** A network with money and two labs, and rows of its activity inserted by hand. */
export class ActivityWorld {
  private constructor(
    readonly billing: BillingWorld,
    readonly admin: TestAccount,
    readonly secondLab: LabId,
  ) {}

  static async open(database: TestDatabase): Promise<ActivityWorld> {
    const billing = await BillingWorld.open(database);
    const admin = await billing.server.accountWith('administrator');
    const id = newId<LabId>();
    await billing.write(({ manager }) =>
      manager.insert(Lab, {
        ...{ id, name: 'Deuxième lab', timeZone: 'Europe/Paris', matchRevision: 0 },
        createdAt: billing.date.now,
      }),
    );
    return new ActivityWorld(billing, admin, id);
  }

  get lab(): LabId {
    return this.billing.place.labId;
  }

  ask = <Body>(method: string, path: string, body?: unknown, as: TestAccount = this.admin) =>
    as.client.request<Body & { code?: string }>(method, `/api/v1${path}`, body === undefined ? {} : { body });

  async convention(change: object = {}): Promise<ConventionId> {
    const body = {
      ...{ title: 'Convention 2026–2028', parties: ['Ville', 'Association'] },
      ...{ startsOn: '2026-01-01', endsOn: '2028-12-31', ...change },
    };
    return (await this.ask<{ id: ConventionId }>('POST', '/conventions', body)).body.id;
  }

  async visit(day: string, change: Partial<Visit> = {}): Promise<void> {
    await this.billing.write(({ manager }) =>
      manager.insert(Visit, {
        ...{ id: newId<VisitId>(), labId: this.lab, at: Date.parse(`${day}T10:00:00Z`), day },
        ...{ public: 'adult', purpose: 'make', people: 1, memberId: null, category: null },
        ...{ accountId: this.admin.accountId, kioskId: null, undoneAt: null, ...change },
      }),
    );
  }

  async opening(from: string, until: string | null, labId = this.lab): Promise<void> {
    await this.billing.write(({ manager }) =>
      manager.insert(LabOpening, {
        ...{ id: newId<string>(), labId, openedAt: Date.parse(from), day: from.slice(0, 10) },
        ...{
          closedAt: until === null ? null : Date.parse(until),
          accountId: null,
          kioskId: null,
          note: null,
        },
      }),
    );
  }

  async topic(nameFr: string): Promise<TopicId> {
    const id = newId<TopicId>();
    await this.billing.write(({ manager }) =>
      manager.insert(Topic, {
        ...{ id, nameFr, nameEn: nameFr, level: 'discover', aimsFr: '', aimsEn: '', lengthMinutes: 60 },
        ...{ audiences: [], capacity: 8, inductionKind: null, priceCents: 0, position: 1, version: 1 },
        retiredAt: null,
      }),
    );
    return id;
  }

  async session(day: string, change: Partial<Session> = {}): Promise<SessionId> {
    const id = newId<SessionId>();
    const fromAt = Date.parse(`${day}T10:00:00Z`);
    await this.billing.write(({ manager }) =>
      manager.insert(Session, {
        ...{ id, seriesId: null, kind: 'course', state: 'held', labId: this.lab, topicId: null },
        ...{ title: 'Séance', description: null, trainerId: this.admin.accountId, fromAt, day },
        ...{ untilAt: fromAt + 3_600_000, capacity: null, audience: 'everyone', isPublic: false },
        ...{ organisationId: null, groupId: null, prestationId: null, projectId: null },
        ...{ inductionKind: null, priceCents: 0, cancelHours: 0, headCount: null, cancelledReason: null },
        ...{ heldAt: fromAt, version: 1, createdBy: this.admin.accountId },
        ...{ createdAt: fromAt, ...change },
      }),
    );
    return id;
  }

  async attend(
    sessionId: SessionId,
    memberId: MemberId | null,
    change: Partial<Registration> = {},
  ): Promise<void> {
    await this.billing.write(({ manager }) =>
      manager.insert(Registration, {
        ...{ id: newId<RegistrationId>(), sessionId, memberId, state: 'registered', registeredAt: 1 },
        ...{ registeredBy: this.admin.accountId, consentBy: null, consentAt: null, cancelledBy: null },
        ...{ cancelledAt: null, cancelledLate: false, attendance: 'present', markedBy: null, markedAt: null },
        ...{ category: null, inductionId: null, ...change },
      }),
    );
  }

  async partner(kind: Partner['kind'], priorityEducation = false): Promise<OrganisationId> {
    const organisationId = await this.billing.organisation();
    await this.billing.write(({ manager }) =>
      manager.insert(Partner, {
        ...{ organisationId, kind, neighbourhood: 'Grésilles', priorityEducation, version: 1 },
        ...{ changedBy: this.admin.accountId, changedAt: 1 },
      }),
    );
    return organisationId;
  }

  async project(startsOn: string, change: Partial<Project> = {}): Promise<void> {
    await this.billing.write(({ manager }) =>
      manager.insert(Project, {
        ...{ id: newId<ProjectId>(), title: 'Un film', summary: '', state: 'running', labId: this.lab },
        ...{ organisationId: null, groupId: null, partners: [], stages: [], startsOn, endedOn: null },
        ...{ outcome: null, fileSha256: null, fileType: null, fileBytes: null, version: 1 },
        ...{ createdBy: this.admin.accountId, createdAt: 1, ...change },
      }),
    );
  }
}
