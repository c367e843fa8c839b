import { Inject, Injectable } from '@nestjs/common';
import { type Clock, detailsForMakers, type FaultDetails } from '@pandafab/shared';
import { In } from 'typeorm';
import { toIso } from '../../api/fields';
import { AuditEntry, AuditPersonalDetail } from '../../audit/audit.entities';
import { CLOCK } from '../../config';
import { Job } from '../../jobs/job.entities';
import { Run } from '../../jobs/run.entity';
import { Transition } from '../../jobs/transition.entity';
import { ReadDatabase } from '../../persistence/read-database';
import { wardsOf } from '../guardians';
import { chunks } from '../import/surroundings';
import { exported, type Owner, readOwnTables } from './own-tables';

interface Caused {
  readonly cause: { readonly code: string; readonly details: FaultDetails } | null;
}

/** Why a run ended is theirs to know; which device of the lab it ended on is not. */
const withoutPlaces = <Row extends Caused>(row: Row): Row =>
  row.cause
    ? { ...row, cause: { ...row.cause, details: detailsForMakers(row.cause.code, row.cause.details) } }
    : row;

/** All that is kept of a person, for themselves (GDPR, articles 15 and 20). */
@Injectable()
export class OwnExportService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
  ) {}

  async of(owner: Owner): Promise<Record<string, unknown>> {
    const wards = await wardsOf(this.read.manager, owner.memberId, this.clock.now());
    return {
      exportedAt: toIso(this.clock.now()),
      ...(await readOwnTables(this.read.manager, owner)),
      wards: wards.map(({ id }) => id),
      jobs: await this.jobs(owner),
      audit: { done: await this.done(owner), personal: await this.personal(owner) },
    };
  }

  private async jobs({ memberId, accountId }: Owner) {
    const jobs = await this.read.of(Job).find({ where: { memberId }, order: { id: 'ASC' } });
    const [runs, steps]: [Run[], Transition[]] = [[], []];
    for (const ids of chunks(jobs.map(({ id }) => id))) {
      runs.push(...(await this.read.of(Run).findBy({ jobId: In(ids) })));
      steps.push(...(await this.read.of(Transition).findBy({ jobId: In(ids) })));
    }
    // Who else worked on a job is theirs: only that it was a person is told, and whether it was the owner.
    const step = ({ actorId, ...each }: Transition) => ({
      ...exported(withoutPlaces(each)),
      byYourself: actorId === accountId,
    });
    return jobs.map((job) => ({
      ...exported(job),
      runs: runs.filter(({ jobId }) => jobId === job.id).map((run) => exported(withoutPlaces(run))),
      history: steps.filter(({ jobId }) => jobId === job.id).map(step),
    }));
  }

  private async done({ accountId }: Owner) {
    const own = { actorKind: 'account', actorId: accountId } as const;
    const entries = await this.read.of(AuditEntry).find({ where: own, order: { at: 'ASC', id: 'ASC' } });
    return entries.map((entry) => exported(entry));
  }

  private async personal({ memberId }: Owner) {
    const details = await this.read.of(AuditPersonalDetail).findBy({ memberId });
    const entries = new Map<string, AuditEntry>();
    for (const ids of chunks(details.map(({ entryId }) => entryId)))
      for (const entry of await this.read.of(AuditEntry).findBy({ id: In(ids) }))
        entries.set(entry.id, entry);
    return details.map(({ entryId, before, after }) => {
      const entry = entries.get(entryId);
      return { action: entry?.action, at: entry && toIso(entry.at), before, after };
    });
  }
}
