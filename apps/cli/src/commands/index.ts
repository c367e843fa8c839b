import type { Command } from 'commander';
import { registerAgent } from './agent';
import { registerAnalyse } from './analyse';
import { registerDoctor } from './doctor';
import { registerSimulate } from './simulate';
import { registerStream } from './stream';

/** Each command stands in a file of its own beside this one. */
export function registerCommands(program: Command): void {
  registerAgent(program);
  registerAnalyse(program);
  registerDoctor(program);
  registerSimulate(program);
  registerStream(program);
}
