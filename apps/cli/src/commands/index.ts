import type { Command } from 'commander';
import { registerDoctor } from './doctor';
import { registerSimulate } from './simulate';

/** Each command stands in a file of its own beside this one. */
export function registerCommands(program: Command): void {
  registerDoctor(program);
  registerSimulate(program);
}
