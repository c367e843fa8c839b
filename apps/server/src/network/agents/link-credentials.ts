import { Injectable } from '@nestjs/common';
import type { LinkPrincipal } from '@pandafab/lab-link';
import { type AgentId, Fault, type MachineId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { isSecret } from '../../platform/http/secrets';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { mosquittoHash } from '../link/mosquitto/password';
import { Machine } from '../machines/machine.entity';
import { Agent } from './agent.entity';

/** Identifies an MQTT user or an HTTP client of the lab link. */
@Injectable()
export class LinkCredentials {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * The agent with this id and secret, or undefined. When an agent uses its next secret, the earlier one becomes
   * invalid.
   */
  async agent(id: string, secret: string): Promise<Agent | undefined> {
    const agent = await this.database.of(Agent).findOneBy({ id: id as AgentId });
    if (!agent) return undefined;
    if (isSecret(secret, agent.secretHash)) return agent;
    const { nextSecretHash } = agent;
    if (nextSecretHash === null || !isSecret(secret, nextSecretHash)) return undefined;
    const changes = {
      secretHash: nextSecretHash,
      nextSecretHash: null,
      mosquittoHash: mosquittoHash(secret),
    };
    const { affected } = await this.unitOfWork.run(({ manager }) =>
      manager.update(Agent, { id: agent.id, nextSecretHash }, changes),
    );
    return affected === 1 ? { ...agent, ...changes } : this.agent(id, secret);
  }

  /**
   * The agent that an `Authorization: Basic` header names.
   * @throws Fault AUTH.REQUIRED
   */
  async demand(authorization: string | undefined): Promise<Agent> {
    const [, encoded = ''] = /^Basic (.+)$/.exec(authorization ?? '') ?? [];
    const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':');
    const agent = await this.agent(id, secret);
    if (!agent) throw new Fault('AUTH.REQUIRED');
    return agent;
  }

  /** MQTT users are `agent/<id>` and, for line bridges, `machine/<id>`. */
  async principal(username: string, secret: string): Promise<LinkPrincipal | undefined> {
    const [kind, id = ''] = username.split('/');
    if (kind === 'agent') {
      const agent = await this.agent(id, secret);
      return agent && { kind: 'agent', labId: agent.labId };
    }
    if (kind !== 'machine') return undefined;
    const machine = await this.database.of(Machine).findOneBy({ id: id as MachineId, retiredAt: IsNull() });
    if (!machine?.bridgeSecretHash || !isSecret(secret, machine.bridgeSecretHash)) return undefined;
    return { kind: 'bridge', labId: machine.labId, machineId: machine.id };
  }
}
