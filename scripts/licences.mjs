import { writeFileSync } from 'node:fs';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { describeLicences, licencesFile } from './lib/licences.mjs';
import { ensureSetup } from './lib/setup.mjs';

const HELP = say(
  `npm run licences

Writes THIRD-PARTY-LICENCES.md, from package-lock.json and from the packages that Vite put into the pages.`,
  `npm run licences

Écrit THIRD-PARTY-LICENCES.md, d’après package-lock.json et les paquets que Vite a mis dans les pages.`,
);

await main(async () => {
  await ensureSetup('build');
  writeFileSync(licencesFile, describeLicences());
  process.stdout.write(say(`${licencesFile} is written.\n`, `${licencesFile} est écrit.\n`));
}, HELP);
