import { Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AgentId, LabId } from '@pandafab/shared';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { id } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { LabAgentService } from './lab-agent.service';

/** Shown once: the server keeps only the secret's hash. */
class AgentCredentialsDto extends createZodDto(
  z.object({ labId: id<LabId>(), agentId: id<AgentId>(), secret: z.string() }),
) {}

@ApiTags('labs')
@Controller('v1/labs/:id/agent')
export class LabAgentController {
  constructor(private readonly agents: LabAgentService) {}

  /** Creates a new secret for the lab’s agent and shows it once. The earlier secret is no longer valid. */
  @Post()
  @Can('agent.manage', 'lab')
  @ZodResponse({ status: 201, type: AgentCredentialsDto })
  @Faults('LAB.UNKNOWN')
  issueSecret(@PathId() id: LabId) {
    return this.agents.issueSecret(id);
  }

  /** Tells the lab’s agent to fetch a new secret. */
  @Post('secret-renewal')
  @HttpCode(202)
  @Can('agent.manage', 'lab')
  @Faults('LAB.AGENT_OFFLINE', 'LAB.UNKNOWN')
  async renewSecret(@PathId() id: LabId): Promise<void> {
    await this.agents.renewSecret(id);
  }

  /**
   * Revokes the agent’s access. Its runs are reported as interrupted; a new enrolment code connects a computer
   * again.
   */
  @Delete()
  @HttpCode(204)
  @Can('agent.manage', 'lab')
  @Faults('LAB.UNKNOWN')
  async revoke(@PathId() id: LabId): Promise<void> {
    await this.agents.revoke(id);
  }
}
