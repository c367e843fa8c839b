import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { main } from './lib/exit.mjs';
import { root } from './lib/root.mjs';
import { ensureSetup } from './lib/setup.mjs';

/** `npm run chaos`: set-up where it lacks, then the harness in test/chaos with this terminal and these arguments. */
await main(async () => {
  await ensureSetup('test');
  const files = [join(root, 'test/city/register.cjs'), join(root, 'test/chaos/main.ts')];
  const chaos = spawn(process.execPath, ['-r', ...files, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => chaos.kill(signal));
  return new Promise((resolve) => chaos.once('exit', (code) => resolve(code ?? 1)));
});
