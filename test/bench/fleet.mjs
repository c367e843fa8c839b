import { main } from '../../scripts/lib/exit.mjs';
import { runHarness } from '../../scripts/lib/harness.mjs';

/** `npm run bench:fleet` */
await main(() => runHarness('test/bench/fleet/main.ts'));
