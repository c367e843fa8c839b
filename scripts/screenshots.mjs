import { main } from './lib/exit.mjs';
import { runHarness } from './lib/harness.mjs';

/** `npm run screenshots` */
await main(() => runHarness('test/e2e/web/screenshots.ts'));
