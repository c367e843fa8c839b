import { main } from '../../scripts/lib/exit.mjs';
import { runHarness } from '../../scripts/lib/harness.mjs';

/** `npm run bench:activity` */
await main(() => runHarness('test/bench/activity/main.ts'));
