import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Many short garbage collections instead of few long ones: with Node's own young generation of 16 MB each took 4 to
 * 20 ms, in which no machine got its next line; with this one, under 1 ms (docs/benchmarks.md).
 */
export const AGENT_FLAGS = ['--max-semi-space-size=1'];

/** The arguments of `process.execPath` for a lab's agent. @param {string[]} args the agent's own */
export const agentArguments = (args = []) => [
  ...AGENT_FLAGS,
  join(root, 'dist/apps/agent/src/main.js'),
  ...args,
];
