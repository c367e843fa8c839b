import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What the XML schema of Factur-X (profile EN 16931) says against each document: an empty list each when all are valid. */
export const checkSchema = (documents: Readonly<Record<string, string>>): Record<string, string[]> =>
  JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'schema-process.mjs')], {
      input: JSON.stringify(documents),
      encoding: 'utf8',
    }),
  );
