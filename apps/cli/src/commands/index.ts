import type { Command } from 'commander';
import { registerAgent } from './agent';
import { registerAnalyse } from './analyse';
import { registerDoctor } from './doctor';
import { registerSimulate } from './simulate';
import { registerStream } from './stream';

/** Each command has its own file in this folder. */
export function registerCommands(program: Command): void {
  registerAgent(program);
  registerAnalyse(program);
  registerDoctor(program);
  registerSimulate(program);
  registerStream(program);
}
