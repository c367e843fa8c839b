import { spawn } from 'node:child_process';
import { agentArguments } from './lib/agent.mjs';
import { main } from './lib/exit.mjs';
import { ensureSetup } from './lib/setup.mjs';

/** `npm run agent`: set-up where it lacks, then the lab's agent with this terminal and these arguments. */
await main(async () => {
  await ensureSetup('build');
  const agent = spawn(process.execPath, agentArguments(process.argv.slice(2)), { stdio: 'inherit' });
  // The terminal tells the agent too; what npm or a service manager tells only us is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => agent.kill(signal));
  return new Promise((resolve) => agent.once('exit', (code) => resolve(code ?? 1)));
});
