import { Controller, Headers, HttpCode, Put, Req } from '@nestjs/common';
import { MAX_TRANSCRIPT_BYTES } from '@pandafab/lab-link';
import { Fault, type RunId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { LinkCredentials } from '../../network/agents/link-credentials';
import { AgentOnly } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Run } from '../jobs/run.entity';
import { TranscriptStore } from '../jobs/transcript-store';

/** Transcripts from agents, by their own secret and only of their lab's runs. */
@Controller('agent/runs')
export class AgentTranscriptsController {
  constructor(
    private readonly credentials: LinkCredentials,
    private readonly database: ReadDatabase,
    private readonly transcripts: TranscriptStore,
  ) {}

  /** Keeps the transcript of a run: what was sent to the machine and what it answered, as plain text. */
  @Put(':id/transcript')
  @HttpCode(204)
  @AgentOnly()
  @Faults('JOB.RUN_UNKNOWN')
  async keep(
    @Headers('authorization') authorization: string | undefined,
    @PathId() id: RunId,
    @Req() { body }: FastifyRequest,
  ): Promise<void> {
    const { labId } = await this.credentials.demand(authorization);
    const run = await this.database.of(Run).findOneBy({ id, labId });
    if (!run) throw new Fault('JOB.RUN_UNKNOWN');
    if (typeof body !== 'string' || Buffer.byteLength(body) > MAX_TRANSCRIPT_BYTES)
      throw new Fault('REQUEST.INVALID', { reason: `text/plain of at most ${MAX_TRANSCRIPT_BYTES} bytes` });
    await this.transcripts.keep(run.id, body);
  }
}
