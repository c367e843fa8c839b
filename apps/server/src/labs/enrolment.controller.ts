import { Body, Controller, HttpCode, Inject, Ip, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AgentId, LabId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { Can, CurrentAccount, type CurrentAccountInfo, Public } from '../accounts/access';
import { id, instant, lineOfText, toIso } from '../api/fields';
import { SERVER_CONFIG, type ServerConfig } from '../config';
import { EmbeddedBroker } from '../link/embedded-broker';
import { agentBrokerUrl } from './agent-broker-url';
import { EnrolmentService } from './enrolment.service';

class EnrolmentCodeDto extends createZodDto(
  z.object({ code: z.string().describe('Shown this once'), expiresAt: instant }),
) {}
class EnrolDto extends createZodDto(z.object({ code: lineOfText(64) })) {}
class EnrolledDto extends createZodDto(
  z.object({
    labId: id<LabId>(),
    agentId: id<AgentId>(),
    secret: z.string().describe('Shown this once'),
    mqttUrl: z.string().describe('Where the agent finds the broker'),
  }),
) {}

@ApiTags('labs')
@Controller('v1')
export class EnrolmentController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly enrolment: EnrolmentService,
    private readonly broker: EmbeddedBroker,
  ) {}

  /** A code for one computer, for a day. It replaces the lab's earlier codes that nobody has used. */
  @Post('labs/:id/enrolment-codes')
  @Can('agent.manage', 'lab')
  @ZodResponse({ status: 201, type: EnrolmentCodeDto })
  async issue(@CurrentAccount() { accountId }: CurrentAccountInfo, @Param('id') labId: LabId) {
    const { code, expiresAt } = await this.enrolment.issue(labId, accountId);
    return { code, expiresAt: toIso(expiresAt) };
  }

  /** What `agent enrol` calls: the code is all it has to show. */
  @Post('enrol')
  @Public()
  @HttpCode(200)
  @ZodResponse({ type: EnrolledDto })
  async enrol(@Body() { code }: EnrolDto, @Ip() address: string, @Req() request: FastifyRequest) {
    const identity = await this.enrolment.enrol(code, address);
    return { ...identity, mqttUrl: agentBrokerUrl(this.config, request.hostname, this.broker.port) };
  }
}
