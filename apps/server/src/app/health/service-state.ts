import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { IsNull, Not } from 'typeorm';
import { Agent } from '../../network/agents/agent.entity';
import { Lab } from '../../network/labs/lab.entity';
import { PresenceBook } from '../../network/link/presence-book';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { DeadLetter } from '../../platform/queues/dead-letter.entity';
import { OutboxEntry } from '../../platform/queues/outbox.entity';
import { readVersion } from './version';

const MEGABYTE = 1024 * 1024;
const SECOND_MS = 1000;

/** What the service consists of and how it is, for administrators. */
@Injectable()
export class ServiceState {
  private readonly version = readVersion();

  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly presence: PresenceBook,
  ) {}

  async get() {
    return {
      version: this.version,
      nodeVersion: process.versions.node,
      startedAt: toIso(Math.round(this.clock.now() - process.uptime() * SECOND_MS)),
      database: this.config.databaseUrl ? ('postgres' as const) : ('sqlite' as const),
      broker: this.config.mqtt.url ? ('external' as const) : ('embedded' as const),
      disk: await this.disk(),
      failedSteps: await this.read.of(DeadLetter).count(),
      waitingSteps: await this.read.of(OutboxEntry).count(),
      computers: await this.computers(),
    };
  }

  private async disk() {
    const disk = await statfs(this.config.dataDirectory).catch(() => undefined);
    if (!disk) return null;
    const inMegabytes = (blocks: number) => Math.floor((blocks * disk.bsize) / MEGABYTE);
    return { freeMb: inMegabytes(disk.bavail), totalMb: inMegabytes(disk.blocks) };
  }

  private async computers() {
    const labs = await this.read.of(Lab).find({ order: { name: 'ASC' } });
    const agents = await this.read.of(Agent).findBy({ instanceId: Not(IsNull()) });
    return labs.flatMap(({ id, name }) => {
      const agent = agents.find(({ labId }) => labId === id);
      if (!agent) return [];
      const { version, lastHelloAt } = agent;
      const online = this.presence.isOnline(id);
      return [{ labId: id, labName: name, online, version, lastHelloAt: toIsoOrNull(lastHelloAt) }];
    });
  }
}
