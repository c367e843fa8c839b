import { type ChildProcess, fork } from 'node:child_process';
import { READER_FLAGS } from '@pandafab/gcode';
import { CHILD_READY, type ChildAnswer, type ChildQuestion } from './child-protocol';
import { watchMemory } from './watch-memory';

export interface AnalysisLimits {
  /** Milliseconds after which the child is killed. */
  readonly deadlineMs: number;
  /** Megabytes of total memory, buffers included, above which the child is killed. */
  readonly memoryMb: number;
  /** Kills the child before it has answered. */
  readonly stop?: AbortSignal;
}

/** What came of one question. */
export interface Conversation {
  readonly started: boolean;
  /** Absent where the child has ended without one. */
  readonly answer?: ChildAnswer;
  /** The limit for which it was killed. */
  readonly excess?: 'time' | 'memory';
  /** The signal that ended it, or its exit code. */
  readonly exit?: string;
}

/**
 * A server that runs from its sources (`npm run dev`) has a TypeScript loader in its arguments: its child needs it too.
 */
const loaderFlags = (): string[] => process.execArgv.filter((flag) => flag.startsWith('--require='));

/** A process that reads one file after the other. */
export class AnalysisChild {
  private readonly child: ChildProcess;
  /** Its signal or exit code; rejects where there is no process at all. */
  private readonly ended: Promise<string>;
  private readonly ready: Promise<void>;
  private started = false;

  /** @param heapMb megabytes of JavaScript heap at which the child exits by itself */
  constructor(entry: string, heapMb: number) {
    const child = fork(entry, [], {
      execArgv: [...loaderFlags(), ...READER_FLAGS, `--max-old-space-size=${heapMb}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { NODE_ENV: process.env.NODE_ENV },
      serialization: 'json',
    });
    this.child = child;
    this.ended = new Promise((resolve, reject) => {
      child.once('exit', (code, signal) => resolve(signal ?? String(code)));
      child.on('error', reject);
    });
    this.ended.catch(() => {});
    this.ready = this.message().then((message) => {
      this.started = message === CHILD_READY;
    });
  }

  /** Sends a question when the child is ready. One at a time. */
  async ask(question: ChildQuestion, { deadlineMs, memoryMb, stop }: AnalysisLimits): Promise<Conversation> {
    let excess: Conversation['excess'];
    const killFor = (limit: Conversation['excess']) => {
      excess ??= limit;
      this.kill();
    };
    const deadline = setTimeout(() => killFor('time'), deadlineMs);
    const endWatch = watchMemory(this.child.pid, memoryMb, () => killFor('memory'));
    stop?.addEventListener('abort', this.kill);
    try {
      const outcome = await Promise.race([this.answerTo(question), this.ended]);
      const { started } = this;
      return typeof outcome === 'string' ? { started, excess, exit: outcome } : { started, answer: outcome };
    } finally {
      clearTimeout(deadline);
      endWatch();
      stop?.removeEventListener('abort', this.kill);
    }
  }

  /** Does not keep this process alive while it has nothing to do. */
  rest(): void {
    this.child.unref();
    this.child.channel?.unref();
  }

  wake(): void {
    this.child.ref();
    this.child.channel?.ref();
  }

  readonly kill = (): void => {
    this.child.kill('SIGKILL');
  };

  private message(): Promise<unknown> {
    return new Promise((resolve) => this.child.once('message', resolve));
  }

  private async answerTo(question: ChildQuestion): Promise<ChildAnswer> {
    await this.ready;
    const answer = this.message();
    // The child may have exited since; its `exit` event reports that.
    this.child.send(question, () => {});
    return (await answer) as ChildAnswer;
  }
}
