import { main } from '../../scripts/lib/exit.mjs';
import { runHarness } from '../../scripts/lib/harness.mjs';

/** `npm run bench:wall` */
await main(() => runHarness('test/bench/wall/main.ts'));
