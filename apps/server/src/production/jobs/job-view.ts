import { finalFiguresOf } from '@pandafab/lab-link';
import type { Language, Reader } from '@pandafab/shared';
import type { z } from 'zod';
import type { PresenceBook } from '../../network/link/presence-book';
import { attentionFor } from '../../network/machines/attention-for';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { putIntoWords } from '../../platform/http/words';
import { materialWordsOf } from '../../stock/spools/file-materials';
import type { SpoolChangeRow } from '../../stock/spools/material.entities';
import type { Thumbnail } from '../files/thumbnail.entity';
import { viewThumbnails } from '../files/thumbnail-view';
import { viewAnalysis } from '../guard/analysis-view';
import type { ReadAnalysis } from '../guard/read-as';
import type { Job } from './job.entities';
import type { JobUsage } from './job-usage';
import type { jobSchema, runSchema } from './jobs.dto';
import { viewQueue } from './queue/queue-view';
import type { Run } from './run.entity';

type RunView = z.input<typeof runSchema>;
type JobView = z.input<typeof jobSchema>;

/** A run as the API shows it: its row and, while it is active, the lab's current telemetry. */
export function viewRun(
  run: Run,
  changes: readonly SpoolChangeRow[],
  presence: PresenceBook,
  language: Language,
  reader: Reader,
): RunView {
  const telemetry = run.active ? presence.machine(run.labId, run.machineId) : undefined;
  const live = telemetry?.run?.runId === run.id ? telemetry.run : undefined;
  return {
    id: run.id,
    jobId: run.jobId,
    machineId: run.machineId,
    state: run.state,
    cause: putIntoWords(run.cause, language, reader),
    ...finalFiguresOf({ ...run, ...live }),
    spoolChanges: changes
      .filter(({ runId }) => runId === run.id)
      .map(({ at, tool, spoolId, linesAcknowledged, filamentUm }) => ({
        ...{ at: toIso(at), tool, spoolId, linesAcknowledged, filamentUm },
      })),
    stripped: run.stripped,
    assignedAt: toIso(run.assignedAt),
    startedAt: toIsoOrNull(run.startedAt),
    endedAt: toIsoOrNull(run.endedAt),
    progress:
      live && telemetry
        ? {
            phase: live.phase,
            fraction: live.fraction,
            remainingSeconds: live.remainingSeconds,
            readings: telemetry.readings,
            needsPerson: attentionFor(reader, telemetry),
          }
        : null,
  };
}

export interface JobParts {
  readonly reader: Reader;
  readonly analysis: ReadAnalysis | null;
  readonly thumbnails: readonly Thumbnail[];
  readonly findings: JobView['findings'];
  readonly position: number | null;
  readonly expected: JobView['expected'];
  readonly usage: JobUsage | null;
  readonly runs: RunView[];
}

/** A job as the API shows it, with its file's analysis and all of its runs. */
export function viewJob(job: Job, language: Language, parts: JobParts): JobView {
  const { reader, analysis, thumbnails, findings, position, expected, usage, runs } = parts;
  return {
    id: job.id,
    batchId: job.batchId,
    memberId: job.memberId,
    labId: job.labId,
    onlyMachineId: job.onlyMachineId,
    groupId: job.groupId,
    prestationId: job.prestationId,
    fileName: job.fileName,
    fileSha256: job.fileSha256,
    material: job.material,
    insteadOf: job.insteadOf,
    fileMaterial: materialWordsOf(analysis?.analysis ?? null),
    state: job.state,
    redoOf: job.redoOf,
    redoneAs: null,
    refusal: putIntoWords(job.refusal, language),
    analysis: analysis && viewAnalysis(analysis),
    thumbnails: viewThumbnails(thumbnails, `/api/v1/jobs/${job.id}`),
    findings,
    position,
    expected,
    queue: viewQueue(job, language, reader),
    waiting: null,
    history: null,
    usage,
    copies: null,
    createdAt: toIso(job.createdAt),
    changedAt: toIso(job.changedAt),
    runs,
  };
}
