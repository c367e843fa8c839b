import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { pollUntil } from '@pandafab/testing';

export interface Role {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  readonly logFile: string;
  /** A text in its output that shows that it has opened everything that it needs. */
  readonly upText?: string;
  /** Called until true after each start. */
  readonly ready: () => boolean | Promise<boolean>;
  /** It may end by itself for this reason, and is started again, as a service manager would do: no violation. */
  readonly mayEnd?: (signal: NodeJS.Signals | null) => boolean;
}

const READY_WITHIN_MS = 180_000;
const AGAIN_AFTER_MS = 300;

/** A real process of the city, which can be killed, frozen and started again. */
export class Actor {
  private child: ChildProcess | undefined;
  private wanted = false;
  private frozen = false;
  private aliveSince = 0;
  private up = false;
  private starved = false;
  /** True if the disk was full while it started: then it may report that and end. */
  private bornStarved = false;
  /** How it ended without a signal. */
  readonly endings: string[] = [];

  constructor(
    readonly role: Role,
    private readonly onEnd: (name: string, how: string) => void = () => {},
  ) {}

  get name(): string {
    return this.role.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Milliseconds that it has been running, neither dead nor frozen; 0 when it is not. */
  get steadyMs(): number {
    return this.running && !this.frozen ? performance.now() - this.aliveSince : 0;
  }

  /** True if it runs and has reported that it has opened everything. */
  get isUp(): boolean {
    return this.running && this.up;
  }

  /** Starts it, unless it runs, and waits until it is ready. */
  async start(): Promise<void> {
    this.wanted = true;
    if (!this.running) this.spawn();
    await pollUntil(`${this.name} to be ready`, () => this.role.ready(), READY_WITHIN_MS);
  }

  /** SIGKILL: without any last output. Resolves when it is gone. */
  async kill(): Promise<void> {
    this.wanted = false;
    await this.end('SIGKILL');
  }

  /** As `kill`, for a process that is itself about to end. */
  killNow(): void {
    this.wanted = false;
    if (this.running) this.child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.wanted = false;
    this.thaw();
    await this.end('SIGTERM');
  }

  /** @param starved whether the disk is too full for its files at a start */
  starve(starved: boolean): void {
    this.starved = starved;
    if (starved && !this.up) this.bornStarved = true;
  }

  freeze(): void {
    if (this.running) this.frozen = this.child?.kill('SIGSTOP') ?? false;
  }

  thaw(): void {
    if (!this.frozen) return;
    this.child?.kill('SIGCONT');
    this.frozen = false;
    this.aliveSince = performance.now();
  }

  private spawn(): void {
    const { command, args, env, uid, gid, logFile } = this.role;
    const user = uid === undefined || gid === undefined ? {} : { uid, gid };
    const child = spawn(command, [...args], {
      ...{ ...user, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] },
      ...(env && { env }),
    });
    // Through this process, so that an actor that cannot write files still leaves its last output.
    const log = createWriteStream(logFile, { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    this.up = false;
    child.stdout?.on('data', (bytes: Buffer) => {
      const { upText } = this.role;
      if (child === this.child && !this.up) this.up = upText !== undefined && bytes.includes(upText);
    });
    child.stderr?.pipe(log, { end: false });
    child.once('close', () => log.end());
    this.child = child;
    this.frozen = false;
    this.aliveSince = performance.now();
    this.bornStarved = this.starved;
    child.once('exit', (code, signal) => this.ended(child, code, signal));
  }

  private ended(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (child !== this.child || !this.wanted) return;
    const how = signal ?? `exit code ${code}`;
    const isExcused = this.role.mayEnd?.(signal) || (this.bornStarved && !this.up && signal === null);
    if (!isExcused) this.endings.push(how);
    this.onEnd(this.name, how);
    setTimeout(() => {
      if (this.wanted && !this.running) this.spawn();
    }, AGAIN_AFTER_MS);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.frozen = false;
    if (!child || !this.running) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const stubborn = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(stubborn);
  }
}
