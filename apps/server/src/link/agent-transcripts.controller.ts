import { Controller, Headers, HttpCode, Param, Put, Req } from '@nestjs/common';
import { MAX_TRANSCRIPT_BYTES } from '@pandafab/lab-link';
import { Fault, type RunId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { AgentOnly } from '../accounts/access';
import { Run } from '../jobs/run.entity';
import { ReadDatabase } from '../persistence/read-database';
import { LinkCredentials } from './link-credentials';
import { TranscriptStore } from './transcript-store';

/** Transcripts from agents, by their own secret and only of their lab's runs. */
@Controller('agent/runs')
export class AgentTranscriptsController {
  constructor(
    private readonly credentials: LinkCredentials,
    private readonly database: ReadDatabase,
    private readonly transcripts: TranscriptStore,
  ) {}

  @Put(':id/transcript')
  @HttpCode(204)
  @AgentOnly()
  async keep(
    @Headers('authorization') authorization: string | undefined,
    @Param('id') id: RunId,
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
