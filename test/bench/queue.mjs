import { main } from '../../scripts/lib/exit.mjs';
import { runHarness } from '../../scripts/lib/harness.mjs';

/** `npm run bench:queue` */
await main(() => runHarness('test/bench/queue/main.ts'));
