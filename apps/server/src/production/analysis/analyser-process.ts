import { type ChildProcess, fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { type ExtrusionReading, MARLIN_2, READER_FLAGS } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';
import { builtEntry } from '../../platform/kit/built-entry';
import { CHILD_READY, type ChildAnswer, type ChildQuestion } from './child-protocol';
import { watchMemory } from './watch-memory';

export interface AnalysisOptions {
  /** Those of the firmwares that may print the file; Marlin 2 alone if absent. */
  readonly readings?: readonly ExtrusionReading[];
  /** Milliseconds after which the child is killed; derived from the file's size if absent. */
  readonly deadlineMs?: number;
  /** Megabytes of JavaScript heap at which the child exits by itself. */
  readonly heapMb?: number;
  /** Megabytes of total memory, buffers included, above which the child is killed. */
  readonly memoryMb?: number;
  /** Ends the child before it has answered. */
  readonly stop?: AbortSignal;
  /** The compiled file that the child runs. */
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
/**
 * A server that runs from its sources (`npm run dev`) has a TypeScript loader in its arguments: its child needs it too.
 */
const loaderFlags = (): string[] => process.execArgv.filter((flag) => flag.startsWith('--require='));

const patienceFor = async (path: string): Promise<number> =>
  PATIENCE_MS + Math.ceil(((await stat(path)).size / 1e6) * PATIENCE_MS_PER_MB);

const refuse = (code: string, details: FaultDetails): ChildAnswer => ({
  ok: false,
  refusal: { code, details },
});

/**
 * Analyses one file in a separate process, so that a hostile file can crash only that process.
 * Never rejects because of the file's content: if the child crashes or takes too long, the answer is a refusal.
 * @throws Error if the file is missing, or the child could not start, or was stopped. None of these says anything
 * about the file.
 */
export async function analyseInChild(path: string, options: AnalysisOptions = {}): Promise<ChildAnswer> {
  const { heapMb = DEFAULTS.heapMb, memoryMb = DEFAULTS.memoryMb, stop } = options;
  const deadlineMs = options.deadlineMs ?? (await patienceFor(path));
  if (stop?.aborted) throw new Error('the server is stopping');
  const child = fork(options.entry ?? builtEntry(DEFAULTS.entry), [], {
    execArgv: [...loaderFlags(), ...READER_FLAGS, `--max-old-space-size=${heapMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { NODE_ENV: process.env.NODE_ENV },
    serialization: 'json',
  });
  let excess: ChildAnswer | undefined;
  const kill = () => child.kill('SIGKILL');
  const stopFor = (code: string, details: FaultDetails) => {
    excess ??= refuse(code, details);
    kill();
  };
  const deadline = setTimeout(
    () => stopFor('FILE.ANALYSIS_TOO_SLOW', { seconds: deadlineMs / 1000 }),
    deadlineMs,
  );
  const endWatch = watchMemory(child.pid, memoryMb, () =>
    stopFor('FILE.ANALYSIS_TOO_LARGE', { mb: memoryMb }),
  );
  stop?.addEventListener('abort', kill);
  return converse(child, { path, readings: options.readings ?? [MARLIN_2] })
    .then(({ started, answer, exit }) => {
      if (answer) return answer;
      if (excess) return excess;
      if (stop?.aborted) throw new Error('the server is stopping');
      if (!started) throw new Error(`the analysis process did not start (${exit})`);
      return refuse('FILE.ANALYSIS_CRASHED', { exit });
    })
    .finally(() => {
      clearTimeout(deadline);
      endWatch();
      stop?.removeEventListener('abort', kill);
    });
}

interface Conversation {
  readonly started: boolean;
  readonly answer: ChildAnswer | undefined;
  /** The signal that ended it, or its exit code. */
  readonly exit: string;
}

/** Sends the file and the readings when the child is ready, and listens until the child ends. */
function converse(child: ChildProcess, question: ChildQuestion): Promise<Conversation> {
  return new Promise((resolve, reject) => {
    let started = false;
    let answer: ChildAnswer | undefined;
    child.on('message', (message) => {
      if (message !== CHILD_READY) {
        answer = message as ChildAnswer;
        return;
      }
      started = true;
      // The child may have exited since; its `exit` event reports that.
      child.send(question, () => {});
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ started, answer, exit: signal ?? String(code) }));
  });
}
