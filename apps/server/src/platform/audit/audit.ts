import { isDeepStrictEqual } from 'node:util';
import { type LabId, type MemberId, newId } from '@pandafab/shared';
import { currentRequest } from '../kit/request-context';
import type { Unit } from '../persistence/unit';
import { AuditEntry, AuditPersonalDetail, type AuditValues } from './audit.entities';
import type { AuditAction } from './audit-words';

export interface AuditNote {
  readonly action: AuditAction;
  /** The subject of the action, such as `['machine', id]`. */
  readonly subject: readonly [kind: string, id: string | null];
  readonly labId?: LabId | null;
  /** By field. Neither secrets nor personal values. */
  readonly before?: AuditValues | null;
  readonly after?: AuditValues | null;
  /** Names, addresses and the like: stored separately, so that erasing the person deletes them. */
  readonly personal?: {
    readonly memberId: MemberId;
    readonly before?: AuditValues | null;
    readonly after?: AuditValues | null;
  };
}

/** Records an action and its actor, in the unit of work that does the action: both are committed, or neither. */
export function audit(unit: Unit, note: AuditNote): Promise<void> {
  return auditAll(unit, [note]);
}

/** Records many actions, in as few queries as possible. */
export async function auditAll({ manager, now, by }: Unit, notes: readonly AuditNote[]): Promise<void> {
  const request = currentRequest();
  const where = { address: request?.address ?? null, requestId: request?.requestId ?? null };
  const context = { at: now, actorKind: by.kind, actorId: by.id, ...where };
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

/** The fields of `changes` that differ from the present values: before and after. */
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
