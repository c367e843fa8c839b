import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { In } from 'typeorm';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Peers } from '../link/peers';
import { Agent } from './agent.entity';
import { LinkCredentials } from './link-credentials';

/** Tells the link which agents and line bridges there are. */
@Injectable()
export class AgentPeers implements OnModuleInit {
  constructor(
    private readonly database: ReadDatabase,
    private readonly credentials: LinkCredentials,
    private readonly peers: Peers,
  ) {}

  onModuleInit(): void {
    this.peers.register({
      identify: (username, secret) => this.credentials.principal(username, secret),
      epochs: (labIds) => this.epochs(labIds),
    });
  }

  private async epochs(labIds: readonly LabId[]): Promise<ReadonlyMap<LabId, number>> {
    const agents = await this.database.of(Agent).findBy({ labId: In([...labIds]) });
    return new Map(agents.map(({ labId, epoch }) => [labId, epoch]));
  }
}
