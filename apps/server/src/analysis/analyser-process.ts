import { type ChildProcess, fork } from 'node:child_process';
import type { FaultDetails } from '@pandafab/shared';
import { builtEntry } from '../built-entry';
import type { ChildAnswer } from './child-protocol';

export interface AnalysisLimits {
  /** Milliseconds after which the child is killed. */
  readonly deadlineMs: number;
  /** Megabytes of JavaScript heap after which the child dies by itself. */
  readonly heapMb: number;
}

/** An analysis of 500 MB takes some seconds; a hostile file must not take minutes. */
export const DEFAULT_ANALYSIS_LIMITS: AnalysisLimits = { deadlineMs: 120_000, heapMb: 256 };

const builtChild = builtEntry('apps/server/src/analysis/analyse-child.js');

const refuse = (code: string, details: FaultDetails): ChildAnswer => ({
  ok: false,
  refusal: { code, details },
});

/**
 * Analyses one file in a process of its own, so that a hostile file can take down nothing but that process.
 * Never rejects for what the file did; rejects when no child can be started at all.
 */
export function analyseInChild(
  path: string,
  limits = DEFAULT_ANALYSIS_LIMITS,
  entry = builtChild,
): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(entry, [], {
      execArgv: [`--max-old-space-size=${limits.heapMb}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { NODE_ENV: process.env.NODE_ENV },
      serialization: 'json',
    });
    let answer: ChildAnswer | undefined;
    let tooLate = false;
    const deadline = setTimeout(() => {
      tooLate = true;
      child.kill('SIGKILL');
    }, limits.deadlineMs);
    child.once('error', (error) => {
      clearTimeout(deadline);
      reject(error);
    });
    child.once('message', (message) => {
      answer = message as ChildAnswer;
    });
    child.once('exit', (code, signal) => {
      clearTimeout(deadline);
      if (answer) return resolve(answer);
      resolve(
        tooLate
          ? refuse('FILE.ANALYSIS_TOO_SLOW', { seconds: limits.deadlineMs / 1000 })
          : refuse('FILE.ANALYSIS_CRASHED', { exit: signal ?? String(code) }),
      );
    });
    child.send(path);
  });
}
