import { lookup } from 'node:dns/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CancelTimer, Clock } from '@pandafab/shared';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { AgentConfig } from '../config';
import { type Announcement, recordsOf } from './records';
import { Responder } from './responder';

const PATIENCE_MS = 15_000;
/** A lab gets another name and a server another address, but rarely. */
const LOOK_EVERY_MS = 10 * 60_000;

const answerSchema = z.object({ labName: z.string(), address: z.url().nullable() });

export interface AnnouncerOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly config: Pick<AgentConfig, 'serverUrl' | 'labId' | 'agentId'>;
  readonly secret: () => string;
  /** Own address on the network to use; undefined: the system chooses. */
  readonly networkAddress: string | undefined;
  /** 5353 unless a test has its own. */
  readonly port?: number;
}

/** Announces the lab's address for slicers on the network of the lab. */
export class SlicerAnnouncer {
  private readonly ending = new AbortController();
  private announced: Announcement | undefined;
  private responder: Responder | undefined;
  private cancelLook: CancelTimer = () => {};
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly options: AnnouncerOptions) {}

  /** Asks the server for the address, now and from time to time. Resolves when the announcement is up to date. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.lookNow());
    return this.looking;
  }

  /** Withdraws the announcement. */
  async stop(): Promise<void> {
    this.ending.abort();
    this.cancelLook();
    await this.announce(undefined);
  }

  private async lookNow(): Promise<void> {
    const { clock, log } = this.options;
    if (this.ending.signal.aborted) return;
    this.cancelLook();
    this.cancelLook = clock.setTimer(LOOK_EVERY_MS, () => void this.look());
    try {
      const found = await this.find();
      if (!this.ending.signal.aborted) await this.announce(found);
    } catch (error) {
      // What was announced may still be true.
      if (!this.ending.signal.aborted) log.warn({ err: error }, 'the address for slicers cannot be asked');
    }
  }

  private async announce(next: Announcement | undefined): Promise<void> {
    if (isDeepStrictEqual(next, this.announced)) return;
    const { responder } = this;
    this.announced = next;
    this.responder = next && new Responder(this.options, recordsOf(next));
    if (next)
      this.options.log.info({ address: next.address, hosts: next.hosts }, 'slicers can find this lab');
    await responder?.close();
  }

  /** @returns undefined if the server has no public address, or one that only this computer reaches */
  private async find(): Promise<Announcement | undefined> {
    const { config, log } = this.options;
    const { labName, address } = await this.ask();
    if (address === null) {
      log.warn('slicers cannot find this lab: the server has neither PUBLIC_URL nor PANDAFAB_SLICER_URL');
      return undefined;
    }
    const hosts = await this.hostsOf(new URL(address));
    if (hosts.length > 0) return { labId: config.labId, labName, address, hosts };
    log.warn({ address }, 'slicers cannot find this lab: only the server itself reaches its address');
    return undefined;
  }

  private async ask(): Promise<z.infer<typeof answerSchema>> {
    const { config, secret } = this.options;
    const basic = Buffer.from(`${config.agentId}:${secret()}`).toString('base64');
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const headers = { authorization: `Basic ${basic}` };
    const answer = await fetch(new URL('/api/agent/slicer-address', config.serverUrl), { headers, signal });
    if (!answer.ok) throw new Error(`the server answers HTTP ${answer.status}`);
    return answerSchema.parse(await answer.json());
  }

  /** IPv4 where there is one: Bambu Studio knows nothing else. */
  private async hostsOf({ hostname }: URL): Promise<string[]> {
    const found = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
    const isOnLoopback = isLoopback(this.options.networkAddress ?? '');
    const reached = found.filter(({ address }) => isOnLoopback || !isLoopback(address));
    const four = reached.filter(({ family }) => family === 4);
    return (four.length > 0 ? four : reached).map(({ address }) => address).sort();
  }
}

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';
