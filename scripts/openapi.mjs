import { writeFileSync } from 'node:fs';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { describeApi, openapiFile } from './lib/openapi.mjs';
import { ensureSetup } from './lib/setup.mjs';

await main(async () => {
  await ensureSetup('build');
  writeFileSync(openapiFile, await describeApi());
  process.stdout.write(say('openapi.json is written.\n', 'openapi.json est écrit.\n'));
});
