import { statfs } from 'node:fs/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type Clock, describeFault, Fault } from '@pandafab/shared';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { Recurring } from '../recurring';

const MEGABYTE = 1024 * 1024;
/** Where no setting says it: room for one large upload and its database, or a twentieth of a small disk. */
const MIN_FREE_BYTES = 500 * MEGABYTE;
const MIN_FREE_PART = 0.05;
const EVERY_MS = 60_000;

/** Looks at the data directory's disk before it is full: in the log, for monitoring, and for administrators. */
@Injectable()
export class FreeSpace implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Disk');
  private readonly watch: Recurring;
  private wasLow = false;

  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.watch = new Recurring(
      clock,
      EVERY_MS,
      () => this.look(),
      () => {},
    );
  }

  onApplicationBootstrap(): void {
    this.watch.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.watch.stop();
  }

  /** Undefined while there is enough, and where the system does not say. */
  async warning(): Promise<Fault | undefined> {
    const disk = await statfs(this.config.dataDirectory).catch(() => undefined);
    if (!disk) return undefined;
    const free = disk.bavail * disk.bsize;
    const limit =
      this.config.minFreeBytes ?? Math.min(MIN_FREE_BYTES, disk.blocks * disk.bsize * MIN_FREE_PART);
    const inMegabytes = (bytes: number) => Math.floor(bytes / MEGABYTE);
    if (free >= limit) return undefined;
    return new Fault('HOST.DISK_NEARLY_FULL', { freeMb: inMegabytes(free), limitMb: inMegabytes(limit) });
  }

  private async look(): Promise<void> {
    const warning = await this.warning();
    if (warning && !this.wasLow) this.log.warn(describeFault(warning, 'en').what);
    if (!warning && this.wasLow) this.log.log('there is enough room on the disk again');
    this.wasLow = warning !== undefined;
  }
}
