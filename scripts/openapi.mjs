import { writeFileSync } from 'node:fs';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { clientFile, describeApi, generateClient, openapiFile } from './lib/openapi.mjs';
import { ensureSetup } from './lib/setup.mjs';

const HELP = say(
  `npm run openapi

Writes openapi.json as the server publishes it, and the types of the web app's API client from it.`,
  `npm run openapi

Écrit openapi.json tel que le serveur le publie, et d’après lui les types du client d’API de l’application web.`,
);

await main(async () => {
  await ensureSetup('build');
  writeFileSync(openapiFile, await describeApi());
  writeFileSync(clientFile, await generateClient());
  process.stdout.write(
    say(
      'openapi.json and the web app’s client are written.\n',
      'openapi.json et le client de l’application web sont écrits.\n',
    ),
  );
}, HELP);
