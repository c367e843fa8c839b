import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foreignWrites } from './entity-writes.mjs';

/** Broken rules of the server's folders that concern more than imports. @param {string} source @returns {string[]} */
export function findBrokenRules(source) {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const globals = files
    .filter((file) => !file.startsWith('platform/') && !file.endsWith('.spec.ts'))
    .filter((file) => /^\s*@Global\(\)/m.test(readFileSync(join(source, file), 'utf8')))
    .map((file) => `${file} is @Global(): only modules of platform may be`);
  return [...foreignWrites(source), ...globals];
}
