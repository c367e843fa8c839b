import { main } from './lib/exit.mjs';
import { runHarness } from './lib/harness.mjs';

/** `npm run chaos:planted` */
await main(() => runHarness('test/chaos/planted/main.ts'));
