import { Controller, Get, Headers, StreamableFile } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { LinkCredentials } from '../../network/agents/link-credentials';
import { FileStore } from '../../platform/file-store/file-store';
import { AgentOnly } from '../../platform/http/access';
import { PathText } from '../../platform/http/path-params';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Job } from '../jobs/job.entities';
import { LostFiles } from '../jobs/lost-files.service';
import { Run } from '../jobs/run.entity';

/** Files for agents, by their own secret and only for runs that are theirs now. */
@Controller('agent/files')
export class AgentFilesController {
  constructor(
    private readonly credentials: LinkCredentials,
    private readonly database: ReadDatabase,
    private readonly store: FileStore,
    private readonly lost: LostFiles,
  ) {}

  /**
   * Sends the G-code file with this SHA-256 to the agent of a lab. Only files of runs that this lab is working
   * on are sent.
   */
  @Get(':sha256')
  @AgentOnly()
  async file(
    @Headers('authorization') authorization: string | undefined,
    @PathText('sha256') sha256: string,
  ): Promise<StreamableFile> {
    const agent = await this.credentials.demand(authorization);
    const assigned = await this.database
      .of(Run)
      .createQueryBuilder('run')
      .innerJoin(Job, 'job', 'job.id = run.jobId')
      .where('run.labId = :labId AND run.active = :active AND job.fileSha256 = :sha256', {
        labId: agent.labId,
        active: true,
        sha256,
      })
      .getExists();
    if (!assigned || !(await this.lost.isHereOrNoted(sha256)))
      throw new Fault('REQUEST.NOT_FOUND', { path: `/api/agent/files/${sha256}` });
    const length = await this.store.size(sha256);
    // A browser must not interpret an uploaded file: it is sent as bytes to save.
    const options = { type: 'application/octet-stream', disposition: 'attachment', length };
    return new StreamableFile(this.store.read(sha256), options);
  }
}
