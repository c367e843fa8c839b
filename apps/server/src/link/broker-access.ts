import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { IsNull, Not } from 'typeorm';
import { Coalesced } from '../coalesced';
import { SERVER_CONFIG, type ServerConfig } from '../config';
import { Agent } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { ReadDatabase } from '../persistence/read-database';
import { EmbeddedBroker } from './embedded-broker';
import { accessFiles } from './mosquitto/access-files';

/** Readable by Mosquitto, which shares the group of the directory. */
const MODE = 0o640;
const DIRECTORY_MODE = 0o750;

/** Tells the broker who may come in: the embedded one at once, Mosquitto by its files. */
@Injectable()
export class BrokerAccess implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Broker');
  private readonly writing = new Coalesced(
    () => this.writeFiles(),
    (error) => this.log.error(`Mosquitto’s files are not up to date: ${error.message}`),
  );

  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly database: ReadDatabase,
    private readonly embedded: EmbeddedBroker,
  ) {}

  onApplicationBootstrap(): void {
    this.changed();
  }

  onModuleDestroy(): Promise<void> {
    return this.writing.close();
  }

  /** @param labId whose agent has another secret, or none: it is cut off, and has to show what it holds */
  changed(labId?: LabId): void {
    if (labId) this.embedded.cutOff(labId);
    if (this.config.mqtt.mosquitto) this.writing.poke();
  }

  private async writeFiles(): Promise<void> {
    const { mosquitto, username, password } = this.config.mqtt;
    if (!mosquitto) return;
    const agents = await this.database.of(Agent).find();
    const bridges = await this.database.of(Machine).findBy({ bridgeMosquittoHash: Not(IsNull()) });
    const { passwords, acl } = accessFiles({
      server: username ? { username, password: password ?? '' } : undefined,
      agents: agents.map(({ id, labId, mosquittoHash }) => ({ agentId: id, labId, hash: mosquittoHash })),
      bridges: bridges.map(({ id, labId, bridgeMosquittoHash }) => ({
        machineId: id,
        labId,
        hash: bridgeMosquittoHash,
      })),
    });
    const made = await mkdir(mosquitto.directory, { recursive: true });
    // What this process makes is its user's alone, but for this: Mosquitto is told by its group.
    if (made) await chmod(mosquitto.directory, DIRECTORY_MODE);
    await replace(join(mosquitto.directory, 'acl'), acl);
    await replace(join(mosquitto.directory, 'passwords'), passwords);
    if (mosquitto.pidFile) process.kill(Number(await readFile(mosquitto.pidFile, 'utf8')), 'SIGHUP');
  }
}

/** Whole or not at all: Mosquitto may read at any moment. */
async function replace(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  const file = await open(temporary, 'w', MODE);
  try {
    await file.chmod(MODE);
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
