import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { writeAtomically } from '@pandafab/platform';
import type { LabId } from '@pandafab/shared';
import { IsNull, Not } from 'typeorm';
import { Coalesced } from '../../platform/kit/coalesced';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { EmbeddedBroker } from '../link/embedded-broker';
import { accessFiles } from '../link/mosquitto/access-files';
import { Machine } from '../machines/machine.entity';
import { Agent } from './agent.entity';

/** Mosquitto can read the files: it is in the directory's group. */
const MODE = 0o640;
const DIRECTORY_MODE = 0o750;

/** Tells the broker which clients may connect: the embedded one immediately, Mosquitto by its files. */
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

  /** @param labId the lab whose agent has another secret, or none: it is disconnected and has to sign in again */
  changed(labId?: LabId): void {
    if (labId) this.embedded.cutOff(labId);
    if (this.config.mqtt.mosquitto) this.writing.poke();
  }

  private async writeFiles(): Promise<void> {
    const { mosquitto, username, password } = this.config.mqtt;
    if (!mosquitto) return;
    const agents = await this.database.of(Agent).find();
    const bridges = await this.database.of(Machine).findBy({
      bridgeMosquittoHash: Not(IsNull()),
      retiredAt: IsNull(),
    });
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
    // This process makes files for its own user only; Mosquitto reads these by its group.
    if (made) await chmod(mosquitto.directory, DIRECTORY_MODE);
    await replace(join(mosquitto.directory, 'acl'), acl);
    await replace(join(mosquitto.directory, 'passwords'), passwords);
    if (mosquitto.pidFile) process.kill(Number(await readFile(mosquitto.pidFile, 'utf8')), 'SIGHUP');
  }
}

/** Mosquitto may read the file at any time, so it is replaced atomically. */
const replace = (path: string, content: string): Promise<void> =>
  writeAtomically(path, content, { mode: MODE, part: `${path}.${process.pid}` });
