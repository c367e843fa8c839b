import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from 'commander';

/** Short garbage collections instead of long ones: scripts/lib/agent.mjs says why. */
const AGENT_FLAGS = ['--max-semi-space-size=1'];
const AGENT = join(__dirname, '../../../agent/src/main.js');

/** `pandafab agent …`: the lab's agent, with this terminal; `pandafab agent --help` is the agent's own. */
export function registerAgent(program: Command): void {
  program
    .command('agent')
    .description('Run this lab’s agent, or make this computer one: agent enrol CODE --server URL')
    .helpOption(false)
    .allowUnknownOption()
    .argument('[arguments...]')
    .action((passed: string[]) => {
      const agent = spawn(process.execPath, [...AGENT_FLAGS, AGENT, ...passed], { stdio: 'inherit' });
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.on(signal, () => agent.kill(signal));
      agent.once('exit', (code) => process.exit(code ?? 1));
    });
}
