import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

type Documents = Readonly<Record<string, string>>;

const ask = (documents: Documents, args: readonly string[]): Record<string, string[]> =>
  JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'schema-process.mjs'), ...args], {
      input: JSON.stringify(documents),
      encoding: 'utf8',
    }),
  );

/** What the XML schema of Factur-X (profile EN 16931) says against each document: an empty list each when all are valid. */
export const checkSchema = (documents: Documents): Record<string, string[]> => ask(documents, []);

/** What libxml2 says against each document, without a schema. */
export const checkWellFormed = (documents: Documents): Record<string, string[]> =>
  ask(documents, ['--well-formed']);
