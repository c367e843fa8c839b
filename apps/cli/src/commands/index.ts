import type { Command } from 'commander';

/** Each command has its own file in this folder, loaded where it is needed: most time of a start is loading. */
const COMMANDS: Readonly<Record<string, (program: Command) => void>> = {
  agent: (program) => (require('./agent') as typeof import('./agent')).registerAgent(program),
  analyse: (program) => (require('./analyse') as typeof import('./analyse')).registerAnalyse(program),
  doctor: (program) => (require('./doctor') as typeof import('./doctor')).registerDoctor(program),
  simulate: (program) => (require('./simulate') as typeof import('./simulate')).registerSimulate(program),
  stream: (program) => (require('./stream') as typeof import('./stream')).registerStream(program),
};

/** @param named the first word of the command line; where it names no command, all are told about */
export function registerCommands(program: Command, named = ''): void {
  const register = Object.hasOwn(COMMANDS, named) ? COMMANDS[named] : undefined;
  if (register) register(program);
  else for (const each of Object.values(COMMANDS)) each(program);
}
