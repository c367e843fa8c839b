import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { Coalesced } from '../../platform/kit/coalesced';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { reasonOf } from '../../platform/kit/reason-of';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { ChainHead, THE_HEAD } from './chain.entities';
import { HeadLog, headLogFile } from './head-log';

/**
 * Writes the head of the chain into the file beside the database after each commit that adds a link, and when the
 * server starts: it may have been stopped between the two. A full disk does not undo an issued document: the next
 * head that is written makes up for it.
 */
@Injectable()
export class HeadLogWriter implements OnApplicationBootstrap, OnModuleDestroy {
  readonly log: HeadLog;
  private readonly logger = new Logger('Chain');
  private readonly writing: Coalesced;

  constructor(
    @Inject(SERVER_CONFIG) config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {
    this.log = new HeadLog(headLogFile(config.dataDirectory));
    this.writing = new Coalesced(
      () => this.write(),
      (error) => this.logger.error(`${this.log.file} was not written: ${reasonOf(error)}`),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.write().catch((error: Error) =>
      this.logger.error(`${this.log.file} was not written: ${reasonOf(error)}`),
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.writing.close();
  }

  /** Call it after a commit that added a link. */
  poke(): void {
    this.writing.poke();
  }

  private async write(): Promise<void> {
    // The file first: another server process may add a link meanwhile, and the database only grows.
    const last = await this.log.last();
    const { sequence, hash } = await this.database.of(ChainHead).findOneByOrFail({ id: THE_HEAD });
    if (last && last.sequence > sequence)
      this.logger.error(
        `the database ends at link ${sequence}, but ${this.log.file} ends at link ${last.sequence}`,
      );
    if (sequence === 0 || (last?.sequence === sequence && last.hash === hash)) return;
    await this.log.append({ sequence, hash, at: new Date(this.clock.now()).toISOString() });
  }
}
