import { statfs } from 'node:fs/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type Clock, describeFault, Fault } from '@pandafab/shared';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { Recurring } from '../../platform/kit/recurring';

const MEGABYTE = 1024 * 1024;
/** The default limit: room for one large upload and its database, or a twentieth of a small disk. */
const MIN_FREE_BYTES = 500 * MEGABYTE;
const MIN_FREE_PART = 0.05;
const EVERY_MS = 60_000;

/**
 * Warns before the disk of the data directory is full: in the log, for monitoring, and for administrators. Each
 * process checks its own disk, also while Redis is unavailable; therefore this is no periodic task of the queues.
 */
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

  /** Undefined while there is enough space, and where the system does not report it. */
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
    if (!warning && this.wasLow) this.log.log('the disk has enough free space again');
    this.wasLow = warning !== undefined;
  }
}
