import type { JobId } from '@pandafab/shared';
import { In } from 'typeorm';
import { requestMatchingOf } from '../../network/labs/request-matching';
import type { Unit } from '../../platform/persistence/unit';
import { Job } from './job.entities';

/** The labs in whose queues these jobs wait match them again. */
export async function matchLabsOf(unit: Unit, jobIds: readonly JobId[]): Promise<void> {
  const waiting = await unit.manager.find(Job, {
    select: { id: true, labId: true },
    where: { id: In([...jobIds]), state: 'queued' },
  });
  await requestMatchingOf(
    unit,
    waiting.map(({ labId }) => labId),
  );
}
