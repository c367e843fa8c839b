import { Body, Controller, HttpCode, Inject, Ip, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AgentId, LabId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { Can, CurrentAccount, type CurrentAccountInfo, Public } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { id, instant, lineOfText, toIso } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { EmbeddedBroker } from '../link/embedded-broker';
import { agentBrokerUrl } from './agent-broker-url';
import { EnrolmentService } from './enrolment.service';

class EnrolmentCodeDto extends createZodDto(
  z.object({ code: z.string().describe('Shown only now'), expiresAt: instant }),
) {}
class EnrolDto extends createZodDto(z.object({ code: lineOfText(64) })) {}
class EnrolledDto extends createZodDto(
  z.object({
    labId: id<LabId>(),
    agentId: id<AgentId>(),
    secret: z.string().describe('Shown only now'),
    mqttUrl: z.string().describe('Address of the broker for the agent'),
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

  /**
   * Creates a code that connects one computer to the lab, valid for a day. Earlier codes of the lab that were
   * not used are no longer valid.
   */
  @Post('labs/:id/enrolment-codes')
  @Can('agent.manage', 'lab')
  @ZodResponse({ status: 201, type: EnrolmentCodeDto })
  @Faults('LAB.UNKNOWN')
  async issue(@CurrentAccount() { accountId }: CurrentAccountInfo, @PathId() labId: LabId) {
    const { code, expiresAt } = await this.enrolment.issue(labId, accountId);
    return { code, expiresAt: toIso(expiresAt) };
  }

  /**
   * Connects a computer to a lab with an enrolment code. The `agent enrol` command calls this; it needs no
   * account.
   */
  @Post('enrol')
  @Public()
  @HttpCode(200)
  @ZodResponse({ type: EnrolledDto })
  @Faults('AUTH.TOO_MANY_ATTEMPTS', 'LAB.ENROLMENT_CODE_INVALID')
  async enrol(@Body() { code }: EnrolDto, @Ip() address: string, @Req() request: FastifyRequest) {
    const identity = await this.enrolment.enrol(code, address);
    return { ...identity, mqttUrl: agentBrokerUrl(this.config, request.hostname, this.broker.port) };
  }
}
