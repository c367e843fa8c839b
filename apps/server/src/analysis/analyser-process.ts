import { type ChildProcess, fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { type ExtrusionReading, MARLIN_2, READER_FLAGS } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';
import { builtEntry } from '../built-entry';
import { CHILD_READY, type ChildAnswer, type ChildQuestion } from './child-protocol';
import { watchMemory } from './watch-memory';

export interface AnalysisOptions {
  /** Of the firmwares that may make the file; Marlin 2 alone when absent. */
  readonly readings?: readonly ExtrusionReading[];
  /** Milliseconds after which the child is killed; by the file's size when absent. */
  readonly deadlineMs?: number;
  /** Megabytes of JavaScript heap after which the child dies by itself. */
  readonly heapMb?: number;
  /** Megabytes of memory in all, buffers included, above which the child is killed. */
  readonly memoryMb?: number;
  /** Ends the child before it has answered. */
  readonly stop?: AbortSignal;
  /** The compiled file that the child runs. */
  readonly entry?: string;
}

/** Reading holds little at a time, whatever the file's size: what needs more than this is hostile. */
const DEFAULTS = { heapMb: 256, memoryMb: 512, entry: 'apps/server/src/analysis/analyse-child.js' };

/**
 * 500 MB take about ten seconds on a computer that has nothing else to do. The child comes after everything else on
 * a small one that has, and what is refused for time stays refused: twenty times that, and no more.
 */
const PATIENCE_MS = 60_000;
const PATIENCE_MS_PER_MB = 300;
const patienceFor = async (path: string): Promise<number> =>
  PATIENCE_MS + Math.ceil(((await stat(path)).size / 1e6) * PATIENCE_MS_PER_MB);

const refuse = (code: string, details: FaultDetails): ChildAnswer => ({
  ok: false,
  refusal: { code, details },
});

/**
 * Analyses one file in a process of its own, so that a hostile file can take down nothing but that process.
 * Never rejects for what the file did: a child that dies of it, or takes too long, is a refusal.
 * @throws Error when the file is not there, or the child could not be started, or was stopped: none of these says
 * anything about the file.
 */
export async function analyseInChild(path: string, options: AnalysisOptions = {}): Promise<ChildAnswer> {
  const { heapMb = DEFAULTS.heapMb, memoryMb = DEFAULTS.memoryMb, stop } = options;
  const deadlineMs = options.deadlineMs ?? (await patienceFor(path));
  if (stop?.aborted) throw new Error('the server is stopping');
  const child = fork(options.entry ?? builtEntry(DEFAULTS.entry), [], {
    execArgv: [...READER_FLAGS, `--max-old-space-size=${heapMb}`],
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

/** Names the file and the readings once the child is ready, and hears it to its end. */
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
      // It may have died since it said so; its exit tells.
      child.send(question, () => {});
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ started, answer, exit: signal ?? String(code) }));
  });
}
