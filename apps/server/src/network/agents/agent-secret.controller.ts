import { Controller, Headers, HttpCode, Post, Put } from '@nestjs/common';
import { audit } from '../../platform/audit/audit';
import { AgentOnly } from '../../platform/http/access';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { agentActor } from '../../platform/kit/actor';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Agent } from './agent.entity';
import { BrokerAccess } from './broker-access';
import { LinkCredentials } from './link-credentials';

/** An agent replaces its secret in two requests: the current secret fetches the new one, and the new one confirms it. */
@Controller('agent/secret')
export class AgentSecretController {
  constructor(
    private readonly credentials: LinkCredentials,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: BrokerAccess,
  ) {}

  /**
   * Gives the agent a new secret. The old secret stays valid until the agent uses the new one, so a power cut
   * in between does not lock the agent out.
   */
  @Post()
  @AgentOnly()
  @HttpCode(200)
  async renew(@Headers('authorization') authorization: string | undefined): Promise<{ secret: string }> {
    const { id, labId } = await this.credentials.demand(authorization);
    const secret = newSecret();
    const changes = { nextSecretHash: hashSecret(secret) };
    const renew = async (unit: Unit) => {
      await unit.manager.update(Agent, { id }, changes);
      await audit(unit, { action: 'agent.secret-renewed', subject: ['agent', id], labId });
    };
    await this.unitOfWork.run(renew, { by: agentActor(id) });
    return { secret };
  }

  /**
   * Makes the new secret, with which this request is sent, the only valid one. Connections that use the old
   * secret are closed.
   */
  @Put()
  @AgentOnly()
  @HttpCode(204)
  async confirm(@Headers('authorization') authorization: string | undefined): Promise<void> {
    const { labId } = await this.credentials.demand(authorization);
    this.access.changed(labId);
  }
}
