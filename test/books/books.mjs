import { main } from '../../scripts/lib/exit.mjs';
import { runHarness } from '../../scripts/lib/harness.mjs';

/** `npm run books` */
await main(() => runHarness('test/books/main.ts'));
