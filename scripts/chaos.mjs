import { main } from './lib/exit.mjs';
import { runHarness } from './lib/harness.mjs';

/** `npm run chaos` */
await main(() => runHarness('test/chaos/main.ts'));
