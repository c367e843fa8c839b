import { Controller, Headers, HttpCode, Inject, Post, Put } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { AgentOnly } from '../accounts/access';
import { hashSecret, newSecret } from '../accounts/secrets';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Agent } from '../labs/lab.entity';
import { UnitOfWork } from '../persistence/unit-of-work';
import { BrokerAccess } from './broker-access';
import { LinkCredentials } from './link-credentials';

/** How an agent comes by another secret: it asks with the one it has, keeps the new one, and shows that it has it. */
@Controller('agent/secret')
export class AgentSecretController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly credentials: LinkCredentials,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: BrokerAccess,
  ) {}

  /** A new secret. The old one stays good until this one is used, so that a power cut in between locks nobody out. */
  @Post()
  @AgentOnly()
  @HttpCode(200)
  async renew(@Headers('authorization') authorization: string | undefined): Promise<{ secret: string }> {
    const { id, labId } = await this.credentials.demand(authorization);
    const secret = newSecret();
    const changes = { nextSecretHash: hashSecret(secret) };
    await this.unitOfWork.run(async (manager) => {
      await manager.update(Agent, { id }, changes);
      const actor = { kind: 'agent', id } as const;
      await audit(
        manager,
        this.clock,
        { action: 'agent.secret-renewed', subject: ['agent', id], labId },
        actor,
      );
    });
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
