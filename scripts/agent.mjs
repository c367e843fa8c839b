import { spawn } from 'node:child_process';
import { agentArguments } from './lib/agent.mjs';
import { main } from './lib/exit.mjs';
import { FORWARDED } from './lib/run.mjs';
import { ensureSetup } from './lib/setup.mjs';

/** `npm run agent`: set-up where it is missing, then the lab's agent with this terminal and these arguments. */
await main(async () => {
  await ensureSetup('build');
  const agent = spawn(process.execPath, agentArguments(process.argv.slice(2)), { stdio: 'inherit' });
  // The agent gets the terminal's signals too; signals of npm or a service manager reach only us, and are passed on.
  for (const signal of FORWARDED) process.on(signal, () => agent.kill(signal));
  return new Promise((resolve) => agent.once('exit', (code) => resolve(code ?? 1)));
});
