import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { LabId, Language } from '@pandafab/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import { LiveService } from './live.service';

@ApiTags('labs')
@Controller('v1')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  /**
   * Streams what happens in a lab as server-sent events. It begins with `snapshot`: the lab, its machines, and
   * the newest jobs that the account may see. Each change then follows as `lab`, `machine`, `job` or
   * `machine-gone`, `notices` says how many notices the account has not read, and `ping` comes every ten
   * seconds. A client that reconnects gets a new snapshot, not the
   * events that it missed.
   */
  @Get('labs/:id/live')
  @ApiProduces('text/event-stream')
  @Can('machine.read', 'network')
  @Faults('LAB.TOO_MANY_WATCHING', 'LAB.UNKNOWN')
  async watch(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() labId: LabId,
    @ReaderLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.live.watch({ account, labId, language, request }, () => {
      reply.hijack();
      return reply.raw;
    });
  }
}
