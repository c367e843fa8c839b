import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { secondsToWait } from '@pandafab/platform';
import { Fault, type Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Public } from '../accounts/access';
import { putIntoWords, ReaderLanguage } from '../api/words';
import { LinkService } from '../link/link.service';
import { LinkReceiver } from '../link/link-receiver';
import { MailService } from '../mail/mail.service';
import type { Database } from '../persistence/data-source';
import { storageFault } from '../persistence/storage-fault';
import { DATABASE, UnitOfWork } from '../persistence/unit-of-work';
import { QueuesService } from '../queues/queues.service';
import { FreeSpace } from './free-space';
import { ReadyDto } from './health.dto';

type Part = 'ok' | 'unreachable';
/** A full disk is looked at again as often as the service itself does. */
const AGAIN_SECONDS = '1';
const part = (ok: boolean): Part => (ok ? 'ok' : 'unreachable');

type Status = 'ok' | 'degraded' | 'down';

function unavailable(reply: FastifyReply, trouble: Fault): void {
  reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', secondsToWait(trouble) ?? AGAIN_SECONDS);
}

/** For the launcher, containers and monitoring: says that and what, and nothing about people or machines. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly queues: QueuesService,
    private readonly link: LinkService,
    private readonly receiver: LinkReceiver,
    private readonly space: FreeSpace,
    private readonly mail: MailService,
  ) {}

  /** The process runs. */
  @Get('live')
  @Public({ counted: false })
  live() {
    return { status: 'ok' };
  }

  /**
   * 200 when requests can be served. Without Redis or the broker they still can: work is kept and goes on later, so
   * that state is `degraded`, not down, as with a disk that is nearly full (`warnings`). A database that cannot be read or
   * written makes it `down`, and `trouble` says why. `refusedMessages` counts what labs sent that was not acted upon, by
   * reason.
   */
  @Get('ready')
  @ZodResponse({ type: ReadyDto })
  @Public({ counted: false })
  async ready(@ReaderLanguage() language: Language, @Res({ passthrough: true }) reply: FastifyReply) {
    const trouble = (await this.readingTrouble()) ?? this.unitOfWork.trouble;
    const redis = await this.queues.answers();
    const { ready: broker } = this.link;
    const staying = trouble ? undefined : await this.mail.staying().catch(() => undefined);
    const warnings = [await this.space.warning(), staying].filter((each) => each !== undefined);
    if (trouble) unavailable(reply, trouble);
    const isWell = redis && broker && warnings.length === 0;
    const status: Status = trouble ? 'down' : isWell ? 'ok' : 'degraded';
    return {
      status,
      parts: { database: part(!trouble), redis: part(redis), broker: part(broker) },
      trouble: putIntoWords(trouble ?? null, language),
      ...(warnings.length > 0 && {
        warnings: warnings.flatMap((each) => putIntoWords(each, language) ?? []),
      }),
      refusedMessages: { ...this.receiver.refused },
    };
  }

  private readingTrouble(): Promise<Fault | undefined> {
    return this.database.reader.query('SELECT 1').then(
      () => undefined,
      (error: unknown) => storageFault(error) ?? new Fault('REQUEST.DATABASE_AWAY', {}, { cause: error }),
    );
  }
}
