import { execFile } from 'node:child_process';
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
  const program = join(root, 'dist/apps/server/src/openapi.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 64 * 1024 * 1024 });
  return `${JSON.stringify(JSON.parse(stdout), null, 2)}\n`;
}
