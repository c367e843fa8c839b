import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Fault, type Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { LinkService } from '../../network/link/link.service';
import { Refusals } from '../../network/link/refusals';
import { Public } from '../../platform/http/access';
import { secondsToWait } from '../../platform/http/problem.filter';
import { putIntoWords, ReaderLanguage } from '../../platform/http/words';
import { MailService } from '../../platform/mail/mail.service';
import type { Database } from '../../platform/persistence/data-source';
import { storageFault } from '../../platform/persistence/storage-fault';
import { DATABASE, UnitOfWork } from '../../platform/persistence/unit-of-work';
import { QueuesService } from '../../platform/queues/queues.service';
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
    private readonly refusals: Refusals,
    private readonly space: FreeSpace,
    private readonly mail: MailService,
  ) {}

  /** Says that the process is running. */
  @Get('live')
  @Public({ counted: false })
  live() {
    return { status: 'ok' };
  }

  /**
   * Says whether the service can serve requests: 200 when it can, 503 when its database cannot be read or
   * written (`trouble` says why). Without Redis or the broker the service still accepts requests and does the
   * work later: `status` is then `degraded`, as it is when a disk is nearly full (`warnings`).
   * `refusedMessages` counts the messages of labs that were not accepted, by reason.
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
      refusedMessages: { ...this.refusals.counts },
    };
  }

  private readingTrouble(): Promise<Fault | undefined> {
    return this.database.reader.query('SELECT 1').then(
      () => undefined,
      (error: unknown) => storageFault(error) ?? new Fault('REQUEST.DATABASE_AWAY', {}, { cause: error }),
    );
  }
}
