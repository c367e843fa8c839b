import type { Command } from 'commander';
import { registerAnalyse } from './analyse';
import { registerDoctor } from './doctor';
import { registerSimulate } from './simulate';
import { registerStream } from './stream';

/** Each command stands in a file of its own beside this one. */
export function registerCommands(program: Command): void {
  registerAnalyse(program);
  registerDoctor(program);
  registerSimulate(program);
  registerStream(program);
}
