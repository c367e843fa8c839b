import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../accounts/access';
import { LinkService } from '../link/link.service';
import { LinkReceiver } from '../link/link-receiver';
import type { Database } from '../persistence/data-source';
import { DATABASE } from '../persistence/unit-of-work';
import { QueuesService } from '../queues/queues.service';

type Part = 'ok' | 'unreachable';
const part = (ok: boolean): Part => (ok ? 'ok' : 'unreachable');

/** For the launcher, containers and monitoring: says that and what, and nothing about people or machines. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly queues: QueuesService,
    private readonly link: LinkService,
    private readonly receiver: LinkReceiver,
  ) {}

  /** The process runs. */
  @Get('live')
  @Public({ counted: false })
  live() {
    return { status: 'ok' };
  }

  /**
   * 200 when requests can be served. Without Redis or the broker they still can: work is kept and goes on later, so
   * that state is `degraded`, not down. `refusedMessages` counts what labs sent that was not acted upon, by reason.
   */
  @Get('ready')
  @Public({ counted: false })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const database = await this.database.reader.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const redis = await this.queues.answers();
    const { ready: broker } = this.link;
    if (!database) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    const status = database ? (redis && broker ? 'ok' : 'degraded') : 'down';
    const parts = { database: part(database), redis: part(redis), broker: part(broker) };
    return { status, parts, refusedMessages: this.receiver.refused };
  }
}
