import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Unit } from '../../../platform/persistence/unit';
import type { StoredFile } from '../../files/file.entity';
import { Batch, type Job } from '../job.entities';
import { approvalAsked } from './approval-notices';
import { askApproval } from './ask-approval';
import { JobApproval } from './job-approval';

/** Judges jobs by the rules of their labs when the file is read: only then are its time, cost and material known. */
@Injectable()
export class ApprovalAfterReading {
  constructor(private readonly approval: JobApproval) {}

  /** @param jobs that have just come into the queue, with their new state; they are of one file */
  async ask(unit: Unit, jobs: readonly Job[], file: Pick<StoredFile, 'analysis'>): Promise<void> {
    const { manager } = unit;
    const asked: Job[] = [];
    const ids = [...new Set(jobs.map(({ batchId }) => batchId))];
    for (const { id, quantity } of await manager.findBy(Batch, { id: In(ids) })) {
      const copies = jobs.filter(({ batchId }) => batchId === id);
      const [first] = copies;
      if (!first) continue;
      const reasons = await this.approval.reasons(manager, { ...first, quantity }, file);
      for (const job of copies) asked.push(...[(await askApproval(unit, job, reasons)) ?? []].flat());
    }
    await approvalAsked(unit, asked);
  }
}
