import { Injectable } from '@nestjs/common';
import { Fault, type GroupId, type Instant } from '@pandafab/shared';
import { type EntityManager, In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { Lab } from '../../../network/labs/lab.entity';
import { holdAccount } from '../../../people/accounts/hold-account';
import { safeName } from '../../../platform/file-store/safe-name';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import type { Unit } from '../../../platform/persistence/unit';
import { StoredFile } from '../../files/file.entity';
import { recordContent } from '../../files/record-content';
import { Batch, Job } from '../../jobs/job.entities';
import { SubmissionsService } from '../../jobs/submissions.service';
import { Forecasts } from '../../matching/forecasts.service';
import type { Upload } from '../upload.entity';
import { UploadsService } from '../uploads.service';
import { SlicerReading } from './reading.service';
import type { SentFile } from './receive-file';
import type { Target } from './targets.service';

/** The same file, sent again to the same target so soon, is a repetition of a lost answer and not a second print. */
const REPEATED_WITHIN_MS = 60_000;
/** A slicer sends the order to print after the file. */
const ORDERED_WITHIN_MS = 15 * 60_000;

/** A file that a slicer sent, and what became of it. */
export interface Sent {
  readonly fileName: string;
  /** Null: it waits in the uploads of its maker. */
  readonly job: Job | null;
  /** In the queue of its lab, 1 is the first; null while it is being read, or if it does not wait. */
  readonly position: number | null;
  /** When it is expected to begin; null if that is unknown. */
  readonly startAt: Instant | null;
  /** IANA zone of its lab. */
  readonly timeZone: string;
}

/** The sender, the target, and when the request began (milliseconds). */
export interface Sending {
  readonly account: CurrentAccountInfo;
  readonly target: Target;
  readonly began: number;
  /** The group that it is for; absent: the member. */
  readonly groupId?: GroupId;
}

/** Makes an upload or one job of what a slicer sends, whatever its protocol. A machine is never started. */
@Injectable()
export class SlicerIntake {
  constructor(
    private readonly database: ReadDatabase,
    private readonly uploads: UploadsService,
    private readonly submissions: SubmissionsService,
    private readonly reading: SlicerReading,
    private readonly forecasts: Forecasts,
  ) {}

  /** Called before the file is received. @throws Fault UPLOAD.TOO_MANY, UPLOAD.TOO_MUCH, REQUEST.TOO_MANY */
  async demandRoom(account: CurrentAccountInfo): Promise<void> {
    await this.uploads.demandRoom(account);
    await this.submissions.demandRoom(account);
  }

  /**
   * Keeps a file, waits for its reading, and submits it if the maker wants it printed.
   * @throws Fault why no machine of the target takes it: nothing is then kept, unless only the maker's induction is
   * missing; and what `UploadsService.receive` and `SubmissionsService.submit` throw
   */
  async receive(sending: Sending, sent: SentFile, shouldPrint: boolean): Promise<Sent> {
    const upload = await this.uploads.receive(sending.account, sent);
    try {
      await this.demandPrintable(sending, upload, shouldPrint);
    } catch (fault) {
      if (!isOfMember(fault)) await this.uploads.removeIfThere(sending.account, upload.id);
      throw fault;
    }
    if (shouldPrint) return this.submit(sending, upload);
    return { fileName: upload.fileName, job: null, position: null, startAt: null, timeZone: 'UTC' };
  }

  /**
   * Submits a file that was sent before; a file that was submitted meanwhile is answered with its job.
   * @throws Fault SLICER.FILE_UNKNOWN, and what `receive` throws
   */
  async print(sending: Sending, name: string): Promise<Sent> {
    const fileName = safeName(name);
    const [upload] = (await this.uploads.list(sending.account)).filter((each) => each.fileName === fileName);
    if (upload) {
      await this.demandPrintable(sending, upload, true);
      return this.submit(sending, upload);
    }
    const since = sending.began - ORDERED_WITHIN_MS;
    const job = await findSubmitted(this.database.manager, sending, { fileName }, since);
    if (!job) throw new Fault('SLICER.FILE_UNKNOWN');
    return this.view(job);
  }

  private demandPrintable({ account, target }: Sending, { fileSha256 }: Upload, shouldPrint: boolean) {
    return this.reading.demandPrintable(account, target, fileSha256, shouldPrint);
  }

  private async submit(sending: Sending, upload: Upload): Promise<Sent> {
    const { account, target, groupId } = sending;
    const { labId, machineId } = target;
    const pinned = machineId && { onlyMachineId: machineId };
    const [job] = await this.submissions.submit(account, {
      fields: { labId, ...pinned, ...(groupId && { groupId }), quantity: 1 },
      identity: { uploadId: upload.id },
      alreadyMade: (unit) => this.alreadyMade(unit, sending, upload),
      claimContent: (unit) => this.uploads.claim(unit, account.accountId, upload.id),
    });
    if (!job) throw new Error('a submission made no job');
    return this.view(job);
  }

  /** Of several requests with the same file at the same time, the first makes the job. */
  private async alreadyMade(unit: Unit, sending: Sending, upload: Upload): Promise<Job[]> {
    const { fileSha256, fileName, id, accountId } = upload;
    const content = await unit.manager.findOneBy(StoredFile, { sha256: fileSha256 });
    // In the order in which an upload takes these two locks.
    if (content) await recordContent(unit, content);
    await holdAccount(unit, accountId);
    const since = sending.began - REPEATED_WITHIN_MS;
    const job = await findSubmitted(unit.manager, sending, { fileName, fileSha256 }, since);
    if (!job) return [];
    await this.uploads.discard(unit, accountId, id);
    return [job];
  }

  private async view(job: Job): Promise<Sent> {
    const { manager } = this.database;
    const now = (await manager.findOneBy(Job, { id: job.id })) ?? job;
    const { timeZone } = await manager.findOneByOrFail(Lab, { id: job.labId });
    const { order, expected } = await this.forecasts.compute(job.labId);
    const position = order.indexOf(job.id) + 1 || null;
    const startAt = expected.get(job.id)?.startAt ?? null;
    return { fileName: job.fileName, job: now, position, startAt, timeZone };
  }
}

/** The latest job that this account submitted to the same target since then. */
async function findSubmitted(
  manager: EntityManager,
  { account, target: { labId, machineId } }: Sending,
  file: Partial<Pick<Job, 'fileName' | 'fileSha256'>>,
  since: number,
): Promise<Job | undefined> {
  const createdAt = MoreThanOrEqual(since);
  const batches = await manager.findBy(Batch, { submittedBy: account.accountId, createdAt });
  if (batches.length === 0) return undefined;
  const [job] = await manager.find(Job, {
    where: {
      ...{ ...file, labId, onlyMachineId: machineId ?? IsNull(), createdAt },
      ...{ batchId: In(batches.map(({ id }) => id)), state: Not(In(['cancelled', 'refused'])) },
    },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  return job;
}

/** Only what the member still lacks is in the way: the file itself is good. */
const isOfMember = (fault: unknown): boolean =>
  fault instanceof Fault && fault.code === 'WAITS.INDUCTION_MISSING';
