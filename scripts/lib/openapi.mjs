import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.mjs';

/** The committed description of the HTTP API, from which clients are generated. */
export const openapiFile = join(root, 'openapi.json');

/**
 * @returns {Promise<string>} the description that the built server would publish, as the file's text
 * @throws when the server's description cannot be generated
 */
export async function describeApi() {
  const program = join(root, 'dist/apps/server/src/app/openapi.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 64 * 1024 * 1024 });
  return `${JSON.stringify(JSON.parse(stdout), null, 2)}\n`;
}

/** The types with which the web app calls the API. */
export const clientFile = join(root, 'apps/web/src/api/schema.ts');

/** @returns {Promise<string>} the text of that file, generated from openapi.json */
export async function generateClient() {
  const scratch = mkdtempSync(join(tmpdir(), 'pandafab-client-'));
  const file = join(scratch, 'schema.ts');
  const bin = (name) => join(root, 'node_modules', '.bin', name);
  await promisify(execFile)(bin('openapi-typescript'), [openapiFile, '--enum-values', '-o', file]);
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', '"$1" format --stdin-file-path="$2" < "$3"', 'format', bin('biome'), clientFile, file],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  rmSync(scratch, { recursive: true });
  return stdout;
}
