import type { SentStep } from '@pandafab/domain';
import type { DocumentId } from '@pandafab/shared';
import { type EntityManager, In, Not } from 'typeorm';
import { chunks } from '../../platform/persistence/chunks';
import { Reminder, UNDONE_RESULTS } from './reminder.entities';

/** By document: the steps that were sent. Documents that were never reminded are missing. */
export async function sentSteps(
  manager: EntityManager,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, readonly SentStep[]>> {
  const sent = new Map<DocumentId, SentStep[]>();
  for (const some of chunks(ids)) {
    const rows = await manager.find(Reminder, {
      select: { id: true, documentId: true, step: true, day: true },
      where: { documentId: In(some), result: Not(In([...UNDONE_RESULTS])) },
      order: { at: 'ASC' },
    });
    for (const { documentId, step, day } of rows)
      sent.set(documentId, [...(sent.get(documentId) ?? []), { step, day }]);
  }
  return sent;
}
