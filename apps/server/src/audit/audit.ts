import { isDeepStrictEqual } from 'node:util';
import { type Clock, type LabId, type MemberId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type AuditActorKind, AuditEntry, AuditPersonalDetail, type AuditValues } from './audit.entities';
import type { AuditAction } from './audit-words';
import { currentRequest } from './request-context';

export interface AuditActor {
  readonly kind: AuditActorKind;
  readonly id: string | null;
}

export interface AuditNote {
  readonly action: AuditAction;
  /** What it was done to, such as `['machine', id]`. */
  readonly subject: readonly [kind: string, id: string | null];
  readonly labId?: LabId | null;
  /** By field. Neither secrets nor personal values. */
  readonly before?: AuditValues | null;
  readonly after?: AuditValues | null;
  /** Names, addresses and the like: kept apart, so that erasing the person takes them away. */
  readonly personal?: {
    readonly memberId: MemberId;
    readonly before?: AuditValues | null;
    readonly after?: AuditValues | null;
  };
}

/** Who asks, by the request that this runs in; the service itself where no request asked. */
function actorOfRequest(): AuditActor {
  const request = currentRequest();
  if (!request) return { kind: 'server', id: null };
  return request.accountId ? { kind: 'account', id: request.accountId } : { kind: 'nobody', id: null };
}

/**
 * Writes down what is being done, in the unit of work that does it: neither is there without the other.
 * @param actor where it is not the account that sent the request, such as a lab's agent
 */
export function audit(
  manager: EntityManager,
  clock: Clock,
  note: AuditNote,
  actor: AuditActor = actorOfRequest(),
): Promise<void> {
  return auditAll(manager, clock, [note], actor);
}

/** The same of many things at once: as many as one query takes. */
export async function auditAll(
  manager: EntityManager,
  clock: Clock,
  notes: readonly AuditNote[],
  actor: AuditActor = actorOfRequest(),
): Promise<void> {
  const request = currentRequest();
  const where = { address: request?.address ?? null, requestId: request?.requestId ?? null };
  const context = { at: clock.now(), actorKind: actor.kind, actorId: actor.id, ...where };
  const entries: object[] = [];
  const details: object[] = [];
  for (const { action, subject, labId = null, before = null, after = null, personal } of notes) {
    const id = newId<string>();
    const [subjectKind, subjectId] = subject;
    entries.push({ id, ...context, action, subjectKind, subjectId, labId, before, after });
    if (personal) details.push({ entryId: id, before: null, after: null, ...personal });
  }
  await manager.insert(AuditEntry, entries);
  if (details.length > 0) await manager.insert(AuditPersonalDetail, details);
}

export interface Difference {
  readonly before: AuditValues;
  readonly after: AuditValues;
}

/** The fields of `changes` that differ from what was there: as it was, and as it is to be. */
export function difference(was: object, changes: object): Difference | undefined {
  const old: Readonly<Record<string, unknown>> = { ...was };
  const changed = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(old[field], value),
  );
  if (changed.length === 0) return undefined;
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, old[field] ?? null])),
    after: Object.fromEntries(changed),
  };
}
