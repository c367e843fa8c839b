import { main } from '../../scripts/lib/exit.mjs';
import { runHarness } from '../../scripts/lib/harness.mjs';

/** `npm run bench:money` */
await main(() => runHarness('test/bench/money/main.ts'));
