import type { Language, Reader } from '@pandafab/shared';
import type { z } from 'zod';
import { toIso, toIsoOrNull } from '../api/fields';
import { putIntoWords } from '../api/words';
import { viewAnalysis } from '../files/analysis-view';
import type { Thumbnail } from '../files/thumbnail.entity';
import { viewThumbnails } from '../files/thumbnail-view';
import type { ReadAnalysis } from '../guard/read-as';
import { attentionFor } from '../labs/attention-for';
import type { PresenceBook } from '../link/presence-book';
import { materialWordsOf } from '../materials/file-materials';
import type { SpoolChangeRow } from '../materials/material.entities';
import type { Job } from './job.entities';
import type { jobSchema, runSchema } from './jobs.dto';
import type { Run } from './run.entity';

type RunView = z.input<typeof runSchema>;
type JobView = z.input<typeof jobSchema>;

/** A run as people see it: its row, and while it is active what its lab says of it now. */
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
    linesSent: live?.linesSent ?? run.linesSent,
    linesAcknowledged: live?.linesAcknowledged ?? run.linesAcknowledged,
    resends: live?.resends ?? run.resends,
    filamentMm: (live?.filamentUm ?? run.filamentUm).map((um) => um / 1000),
    spoolChanges: changes
      .filter(({ runId }) => runId === run.id)
      .map(({ at, tool, spoolId, linesAcknowledged: line, filamentUm }) => ({
        ...{ at: toIso(at), tool, spoolId, line },
        filamentMm: filamentUm / 1000,
      })),
    exact: run.exact,
    seconds: live?.elapsedSeconds ?? run.seconds,
    commandsSha256: run.commandsSha256,
    stripped: run.stripped,
    assignedAt: toIso(run.assignedAt),
    startedAt: toIsoOrNull(run.startedAt),
    endedAt: toIsoOrNull(run.endedAt),
    progress:
      live && telemetry
        ? {
            phase: live.phase,
            fraction: live.fraction,
            elapsedSeconds: live.elapsedSeconds,
            remainingSeconds: live.remainingSeconds,
            nozzle: telemetry.nozzle,
            bed: telemetry.bed,
            needsPerson: attentionFor(reader, telemetry),
          }
        : null,
  };
}

export interface JobParts {
  readonly analysis: ReadAnalysis | null;
  readonly thumbnails: readonly Thumbnail[];
  readonly findings: JobView['findings'];
  readonly runs: RunView[];
}

/** A job as people see it, with what is known of its file and all of its runs. */
export function viewJob(job: Job, language: Language, parts: JobParts): JobView {
  const { analysis, thumbnails, findings, runs } = parts;
  return {
    id: job.id,
    batchId: job.batchId,
    memberId: job.memberId,
    labId: job.labId,
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
    waiting: null,
    history: null,
    createdAt: toIso(job.createdAt),
    changedAt: toIso(job.changedAt),
    runs,
  };
}
