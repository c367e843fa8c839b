import { main } from './lib/exit.mjs';
import { runInHarness } from './lib/harness.mjs';

await main(() => runInHarness('test/e2e/web/screenshots.ts'));
