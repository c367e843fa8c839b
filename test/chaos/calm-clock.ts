import { readFileSync } from 'node:fs';
import { type HttpClient, pollUntil } from '@pandafab/testing';
import type { Actor } from '../city/actor';

const TICK_MS = 250;
const ASK_EVERY_MS = 500;
const PATIENCE_MS = 1500;
/** An answer older than this is not used. */
const FRESH_MS = 2500;

/** The processes through which the orders for one lab go. */
export interface Chain {
  readonly labId: string;
  readonly agent: Actor;
  /** True while the agent runs and has everything that it needs. */
  readonly agentIsWell: () => boolean;
}

/** Milliseconds of this tick in which a lab could work; undefined during a fault. */
export interface CalmTick {
  readonly labId: string;
  /** For actions that the agent does alone. */
  readonly agentMs: number | undefined;
  /** For actions that also need servers, broker and database. */
  readonly chainMs: number | undefined;
}

/**
 * Measures the time of deadlines. It counts only while all needed processes run and the servers show the lab as online.
 * It does not count while one of these processes, or this one, waits for a processor: on a busy computer all deadlines
 * become longer by as much as it is slower.
 */
export class CalmClock {
  private readonly listeners: ((tick: CalmTick) => void)[] = [];
  private readonly waited = new Map<number, number>();
  private readonly seenOnlineAt = new Map<string, number>();
  private timers: NodeJS.Timeout[] = [];
  private lastTick = performance.now();
  private asking = false;

  constructor(
    private readonly chains: () => readonly Chain[],
    /** The processes that all labs need. */
    private readonly common: () => readonly Actor[],
    /** True while there is no other fault, such as a full disk or a locked database. */
    private readonly commonIsWell: () => boolean,
    private readonly clients: () => readonly HttpClient[],
  ) {}

  start(): void {
    this.timers = [
      setInterval(() => this.tick(), TICK_MS),
      setInterval(() => void this.askServers(), ASK_EVERY_MS),
    ];
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  onTick(listener: (tick: CalmTick) => void): () => void {
    this.listeners.push(listener);
    return () => void this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  /** Resolves when every lab has had this much calm time without interruption, or after ten times as long. */
  async pass(ms: number): Promise<void> {
    const left = new Map(this.chains().map(({ labId }) => [labId, ms]));
    await new Promise<void>((resolve) => {
      const end = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, ms * 10);
      const stop = this.onTick(({ labId, chainMs }) => {
        left.set(labId, chainMs === undefined ? ms : (left.get(labId) ?? ms) - chainMs);
        if ([...left.values()].every((each) => each <= 0)) end();
      });
    });
  }

  /**
   * As `pollUntil` of the tests, but only calm time of this lab counts. @throws Error after `calmMs` of it, or after ten
   * times as long
   */
  async pollUntil<T>(
    labId: string,
    what: string,
    ask: () => T | Promise<T>,
    calmMs: number,
  ): Promise<NonNullable<T>> {
    let left = calmMs;
    const stop = this.onTick((tick) => {
      if (tick.labId === labId) left -= tick.chainMs ?? 0;
    });
    const inTime = async (): Promise<T> => {
      const answer = await ask();
      if (!answer && left <= 0) throw new Error(`waited ${calmMs} calm ms without success for: ${what}`);
      return answer;
    };
    return pollUntil(what, inTime, calmMs * 10).finally(stop);
  }

  private tick(): void {
    const now = performance.now();
    const elapsed = now - this.lastTick;
    this.lastTick = now;
    // The machines run in this process: if it was delayed, they were delayed too.
    const had = Math.min(elapsed, TICK_MS);
    const common = this.common();
    const commonWaited = Math.max(0, ...common.map((actor) => this.waitOf(actor)));
    const isWell = this.commonIsWell() && common.every(({ steadyMs }) => steadyMs > elapsed);
    for (const { labId, agent, agentIsWell } of this.chains()) {
      const agentWaited = this.waitOf(agent);
      const agentCan = agent.steadyMs > elapsed && agentIsWell();
      const chainCan = agentCan && isWell && this.isOnline(labId, [agent, ...common], now);
      const agentMs = agentCan ? Math.max(0, had - agentWaited) : undefined;
      const chainMs = chainCan ? Math.max(0, had - Math.max(agentWaited, commonWaited)) : undefined;
      for (const listener of [...this.listeners]) listener({ labId, agentMs, chainMs });
    }
  }

  /** All servers have shown the lab as online since the last fault of these processes. */
  private isOnline(labId: string, actors: readonly Actor[], now: number): boolean {
    const at = this.seenOnlineAt.get(labId) ?? 0;
    return now - at < FRESH_MS && actors.every(({ steadyMs }) => steadyMs > now - at);
  }

  private async askServers(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    const askedAt = performance.now();
    try {
      const answers = await Promise.all(this.clients().map(labsOnline));
      for (const { labId } of this.chains())
        if (answers.every((online) => online.has(labId))) this.seenOnlineAt.set(labId, askedAt);
    } finally {
      this.asking = false;
    }
  }

  /** For how long since the last tick this process was ready to run and had no processor; 0 where it is unknown. */
  private waitOf({ pid }: Actor): number {
    if (pid === undefined) return 0;
    const total = waitedMs(pid);
    const before = this.waited.get(pid) ?? total;
    this.waited.set(pid, total);
    return Math.max(0, total - before);
  }
}

/** Linux' /proc/<pid>/schedstat: nanoseconds on a processor, nanoseconds waiting for one, time slices. */
function waitedMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1] ?? 0) / 1e6;
  } catch {
    return 0;
  }
}

/** The labs that this server shows as online; none if it does not answer in time. */
export async function labsOnline(client: HttpClient): Promise<ReadonlySet<string>> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const asked = client
    .get<{ items: { id: string; agentOnline: boolean }[] }>('/api/v1/labs')
    .catch(() => undefined);
  const answer = await Promise.race([asked, late]);
  if (answer?.status !== 200) return new Set();
  return new Set(answer.body.items.filter(({ agentOnline }) => agentOnline).map(({ id }) => id));
}
