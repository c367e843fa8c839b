import { main } from '../../scripts/lib/exit.mjs';
import { runHarness } from '../../scripts/lib/harness.mjs';

/** `npm run bench:search` */
await main(() => runHarness('test/bench/search/main.ts'));
