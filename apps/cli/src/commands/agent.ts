import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from 'commander';
import { say } from '../output';

/** Short garbage collections instead of long ones; the reason is in scripts/lib/agent.mjs. */
const AGENT_FLAGS = ['--max-semi-space-size=1'];
const AGENT = join(__dirname, '../../../agent/src/main.js');

/**
 * `pandafab agent …`: runs the lab's agent in this terminal; `pandafab agent --help` prints the agent's own help.
 * @public for knip, which does not read the `require` that loads it
 */
export function registerAgent(program: Command): void {
  program
    .command('agent')
    .description(
      say(
        'Run this lab’s agent, or enrol this computer as one: agent enrol CODE --server URL',
        'Lancer l’agent de ce lab, ou enrôler cet ordinateur : agent enrol CODE --server URL',
      ),
    )
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
