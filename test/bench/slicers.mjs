import { main } from '../../scripts/lib/exit.mjs';
import { runHarness } from '../../scripts/lib/harness.mjs';

/** `npm run bench:slicers` */
await main(() => runHarness('test/bench/slicers/main.ts'));
