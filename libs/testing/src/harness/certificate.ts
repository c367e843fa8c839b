import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const KIND = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];

/** Files of a self-signed certificate for 127.0.0.1, and of its key. */
export async function certify(
  directory: string,
  name: string,
): Promise<{ readonly certificate: string; readonly key: string }> {
  const [certificate, key] = [join(directory, `${name}.crt`), join(directory, `${name}.key`)];
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'];
  await run('openssl', ['req', '-x509', ...KIND, ...subject, '-keyout', key, '-out', certificate]);
  await chmod(key, 0o644);
  return { certificate, key };
}
