import { Controller, Get, Headers, Param, StreamableFile } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { AgentOnly } from '../accounts/access';
import { FileStore } from '../files/file-store';
import { LostFiles } from '../files/lost-files.service';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { ReadDatabase } from '../persistence/read-database';
import { LinkCredentials } from './link-credentials';

/** Files for agents, by their own secret and only for runs that are theirs now. */
@Controller('agent/files')
export class AgentFilesController {
  constructor(
    private readonly credentials: LinkCredentials,
    private readonly database: ReadDatabase,
    private readonly store: FileStore,
    private readonly lost: LostFiles,
  ) {}

  @Get(':sha256')
  @AgentOnly()
  async file(
    @Headers('authorization') authorization: string | undefined,
    @Param('sha256') sha256: string,
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
    // What somebody uploaded is bytes to keep, whatever a browser would make of it.
    const options = { type: 'application/octet-stream', disposition: 'attachment', length };
    return new StreamableFile(this.store.read(sha256), options);
  }
}
