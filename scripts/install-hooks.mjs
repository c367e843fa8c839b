// npm runs this after `npm ci` ("prepare"). It must never fail an installation: without Git, outside a
// checkout (a downloaded archive, a container image) and in CI there is no commit to check.
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { root } from './lib/root.mjs';

const HOOKS = 'scripts/hooks';

const git = (...args) => {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

function install() {
  if (process.env.CI) return;
  // Also when the checkout is inside another repository, whose hooks we must not set.
  const top = git('rev-parse', '--show-toplevel');
  if (!top || realpathSync(top) !== realpathSync(root)) return;
  // The developer's own setting stays.
  if (git('config', '--get', 'core.hooksPath') !== undefined) return;
  git('config', '--local', 'core.hooksPath', HOOKS);
}

install();
