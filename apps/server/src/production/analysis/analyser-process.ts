import { stat } from 'node:fs/promises';
import { type ExtrusionReading, MARLIN_2 } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';
import { builtEntry } from '../../platform/kit/built-entry';
import { AnalysisChild, type AnalysisLimits, type Conversation } from './analysis-child';
import type { ChildAnswer, ChildQuestion } from './child-protocol';

export interface AnalysisOptions {
  /** Those of the firmwares that may print the file; Marlin 2 alone if absent. */
  readonly readings?: readonly ExtrusionReading[];
  /** Milliseconds after which the child is killed; derived from the file's size if absent. */
  readonly deadlineMs?: number;
  /** Megabytes of total memory, buffers included, above which the child is killed. */
  readonly memoryMb?: number;
  /** Ends the child before it has answered. */
  readonly stop?: AbortSignal;
}

export interface AnalyserOptions {
  /** Megabytes of JavaScript heap at which a child exits by itself. */
  readonly heapMb?: number;
  /** The compiled file that a child runs. */
  readonly entry?: string;
}

/** The analyser holds little in memory at a time, for any file size: a file that needs more than this is hostile. */
const DEFAULTS = {
  heapMb: 256,
  memoryMb: 512,
  entry: 'apps/server/src/production/analysis/analyse-child.js',
};

/**
 * 500 MB take about ten seconds on an idle computer. On a small, busy one the child has the lowest priority, and a file
 * refused for time stays refused. The limit is therefore twenty times that.
 */
const PATIENCE_MS = 60_000;
const PATIENCE_MS_PER_MB = 300;
/** Files often come several at a time, and the start of a process takes longer than most of them. */
const KEEP_MS = 10_000;

const patienceFor = async (path: string): Promise<number> =>
  PATIENCE_MS + Math.ceil(((await stat(path)).size / 1e6) * PATIENCE_MS_PER_MB);

const refuse = (code: string, details: FaultDetails): ChildAnswer => ({
  ok: false,
  refusal: { code, details },
});

function demandRunning(stop: AbortSignal | undefined): void {
  if (stop?.aborted) throw new Error('the server is stopping');
}

/**
 * What a conversation says about the file.
 * @throws Error if it says nothing: the child did not start
 */
function verdictOn({ started, answer, excess, exit }: Conversation, limits: AnalysisLimits): ChildAnswer {
  if (answer) return answer;
  if (excess === 'time') return refuse('FILE.ANALYSIS_TOO_SLOW', { seconds: limits.deadlineMs / 1000 });
  if (excess === 'memory') return refuse('FILE.ANALYSIS_TOO_LARGE', { mb: limits.memoryMb });
  demandRunning(limits.stop);
  if (!started) throw new Error(`the analysis process did not start (${exit})`);
  return refuse('FILE.ANALYSIS_CRASHED', { exit: exit ?? '' });
}

/**
 * Analyses each file in a separate process, so that a hostile file can crash only that process. A process that has
 * answered waits a while for the next file.
 */
export class Analyser {
  private waiting: AnalysisChild | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: AnalyserOptions = {}) {}

  /**
   * Never rejects because of the file's content: if the child crashes or takes too long, the answer is a refusal.
   * @throws Error if the file is missing, or the child could not start, or was stopped. None of these says anything
   * about the file.
   */
  async analyse(path: string, options: AnalysisOptions = {}): Promise<ChildAnswer> {
    const { memoryMb = DEFAULTS.memoryMb, readings = [MARLIN_2], stop } = options;
    const limits = { deadlineMs: options.deadlineMs ?? (await patienceFor(path)), memoryMb, stop };
    demandRunning(stop);
    const used = this.take();
    if (used) {
      const { answer } = await this.ask(used, { path, readings }, limits);
      if (answer) return answer;
      // It may have ended for another reason than this file: a new process says what is true of the file.
      demandRunning(stop);
    }
    const { entry = builtEntry(DEFAULTS.entry), heapMb = DEFAULTS.heapMb } = this.options;
    const child = new AnalysisChild(entry, heapMb);
    return verdictOn(await this.ask(child, { path, readings }, limits), limits);
  }

  /** Ends the process that waits. */
  close(): void {
    this.closed = true;
    this.take()?.kill();
  }

  private async ask(
    child: AnalysisChild,
    question: ChildQuestion,
    limits: AnalysisLimits,
  ): Promise<Conversation> {
    const conversation = await child.ask(question, limits);
    if (conversation.answer) this.keep(child);
    return conversation;
  }

  private keep(child: AnalysisChild): void {
    if (this.closed || this.waiting) return child.kill();
    this.waiting = child;
    child.rest();
    this.timer = setTimeout(() => this.take()?.kill(), KEEP_MS);
    this.timer.unref();
  }

  private take(): AnalysisChild | undefined {
    const child = this.waiting;
    clearTimeout(this.timer);
    this.waiting = undefined;
    child?.wake();
    return child;
  }
}
