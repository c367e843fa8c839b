import { build } from './lib/build.mjs';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';

const HELP = say(
  `npm run build

Compiles everything into dist/, whether or not something changed.`,
  `npm run build

Compile tout dans dist/, que quelque chose ait changé ou non.`,
);

await main(build, HELP);
