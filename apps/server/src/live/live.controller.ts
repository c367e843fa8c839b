import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { LabId, Language } from '@pandafab/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../accounts/access';
import { ReaderLanguage } from '../api/words';
import { LiveService } from './live.service';

@ApiTags('labs')
@Controller('v1')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  /**
   * What happens in a lab, as server-sent events: `snapshot` with its machines and the newest jobs that the account may
   * see, then `lab`, `machine`, `job` with what is another than before, `machine-gone`, and `ping` every ten seconds.
   * Coming again begins with a snapshot: nothing that was missed is repeated.
   */
  @Get('labs/:id/live')
  @ApiProduces('text/event-stream')
  @Can('machine.read', 'network')
  async watch(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') labId: LabId,
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
