import { writeFileSync } from 'node:fs';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { clientFile, describeApi, generateClient, openapiFile } from './lib/openapi.mjs';
import { ensureSetup } from './lib/setup.mjs';

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
});
