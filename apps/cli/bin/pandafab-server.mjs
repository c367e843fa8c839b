#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../../../dist/apps/server/src/app/admin/main.js', import.meta.url);
if (!existsSync(fileURLToPath(built))) {
  process.stderr.write('PandaFab is not built yet. Run: npm run build\n');
  process.exit(2);
}
await import(built.href);
