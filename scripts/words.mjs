import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countRiddles } from './house/plain-words.mjs';
import { EXIT, main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { root } from './lib/root.mjs';

const HELP = say(
  `npm run words

Shows the words that make a sentence hard to understand (scripts/house/plain-words.mjs), in every file that has
more of them than scripts/house/words-left.json allows, and lowers what that file allows to what is left.
npm run check fails where there are more.`,
  `npm run words

Montre les mots qui rendent une phrase difficile à comprendre (scripts/house/plain-words.mjs), dans chaque fichier
qui en a plus que ne le permet scripts/house/words-left.json, et abaisse ce que ce fichier permet à ce qui reste.
npm run check échoue s’il y en a plus.`,
);
const leftFile = join(root, 'scripts/house/words-left.json');

await main(async () => {
  const allowed = existsSync(leftFile) ? JSON.parse(readFileSync(leftFile, 'utf8')) : {};
  const { tooMany, counts } = countRiddles(root, allowed);
  for (const line of tooMany) process.stderr.write(`${line}\n`);
  const left = Object.entries(counts).map(([file, count]) => [file, Math.min(count, allowed[file] ?? 0)]);
  const lowered = Object.fromEntries(left.filter(([, count]) => Number(count) > 0));
  writeFileSync(leftFile, `${JSON.stringify(lowered, null, 2)}\n`);
  return tooMany.length > 0 ? EXIT.failed : EXIT.ok;
}, HELP);
