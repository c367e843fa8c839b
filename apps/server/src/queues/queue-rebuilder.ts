import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import { Job } from '../jobs/job.entities';
import { Mail } from '../mail/mail.entity';
import { raiseMatches } from '../matching/raise-match';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { enqueue } from './outbox';

/** Writes again, from the rows that are the truth, every step that an empty Redis has forgotten. */
@Injectable()
export class QueueRebuilder {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** How many steps were written. */
  async rebuild(): Promise<number> {
    const files = await this.database
      .of(StoredFile)
      .find({ where: { state: 'pending' }, select: { sha256: true } });
    const labs = await this.database
      .of(Job)
      .createQueryBuilder('job')
      .select('DISTINCT job.labId', 'labId')
      .where("job.state = 'queued'")
      .getRawMany<Pick<Job, 'labId'>>();
    const mails = await this.database.of(Mail).find({ where: { state: 'waiting' }, select: { id: true } });
    await this.unitOfWork.run(async (manager) => {
      for (const { sha256 } of files) await enqueue(manager, this.clock, 'file.analyse', { sha256 });
      for (const { id } of mails) await enqueue(manager, this.clock, 'mail.send', { mailId: id });
      await raiseMatches(
        manager,
        this.clock,
        labs.map(({ labId }) => labId),
      );
    });
    return files.length + labs.length + mails.length;
  }
}
