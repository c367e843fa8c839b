import { Controller, Headers, HttpCode, Post, Put } from '@nestjs/common';
import { AgentOnly } from '../accounts/access';
import { hashSecret, newSecret } from '../accounts/secrets';
import { Agent } from '../labs/lab.entity';
import { UnitOfWork } from '../persistence/unit-of-work';
import { BrokerAccess } from './broker-access';
import { LinkCredentials } from './link-credentials';

/** How an agent comes by another secret: it asks with the one it has, keeps the new one, and shows that it has it. */
@Controller('agent/secret')
export class AgentSecretController {
  constructor(
    private readonly credentials: LinkCredentials,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: BrokerAccess,
  ) {}

  /** A new secret. The old one stays good until this one is used, so that a power cut in between locks nobody out. */
  @Post()
  @AgentOnly()
  @HttpCode(200)
  async renew(@Headers('authorization') authorization: string | undefined): Promise<{ secret: string }> {
    const { id } = await this.credentials.demand(authorization);
    const secret = newSecret();
    const changes = { nextSecretHash: hashSecret(secret) };
    await this.unitOfWork.run((manager) => manager.update(Agent, { id }, changes));
    return { secret };
  }

  /** Asked with the new secret, which thereby is the only one: whoever is connected with the old one is cut off. */
  @Put()
  @AgentOnly()
  @HttpCode(204)
  async confirm(@Headers('authorization') authorization: string | undefined): Promise<void> {
    const { labId } = await this.credentials.demand(authorization);
    this.access.changed(labId);
  }
}
