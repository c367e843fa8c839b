// node scripts/house/check.mjs [FOLDER]: the rules of the server's folders that concern more than imports.
import { resolve } from 'node:path';
import { findBrokenRules } from './broken-rules.mjs';
import groups from './groups.cjs';

const broken = findBrokenRules(resolve(process.argv[2] ?? groups.SERVER));
for (const rule of broken) process.stderr.write(`${rule}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
