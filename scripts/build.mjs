import { build } from './lib/build.mjs';
import { main } from './lib/exit.mjs';

/** `npm run build`: everything into dist/, whether or not it is stale. */
await main(build);
