import { execFile } from 'node:child_process';
import { say } from './language.mjs';
import { root } from './root.mjs';

const ANSWERS_WITHIN_MS = 60_000;
const GRAVE = ['high', 'critical'];

/**
 * The result of `npm audit --json`. A registry that audits nothing (a mirror answers 405), or none at all, is no
 * finding: * a developer who works offline must be able to commit.
 * @param {string} output
 * @returns {{ state: 'clean' } | { state: 'unanswered', why: string } | { state: 'found', packages: string[] }}
 */
export function readAudit(output) {
  let answer;
  try {
    answer = JSON.parse(output);
  } catch {
    return { state: 'unanswered', why: output.trim().split('\n')[0] || 'npm audit' };
  }
  const counts = answer.metadata?.vulnerabilities;
  if (!counts) {
    return { state: 'unanswered', why: answer.message ?? answer.error?.summary ?? 'npm audit' };
  }
  const packages = Object.values(answer.vulnerabilities ?? {})
    .filter(({ severity }) => GRAVE.includes(severity))
    .map(({ name, severity }) => `${name} (${severity})`);
  return packages.length > 0 ? { state: 'found', packages } : { state: 'clean' };
}

/** @returns {Promise<string>} npm's stdout, with any exit code */
const askNpm = () =>
  new Promise((resolve) => {
    const args = ['audit', '--omit=dev', '--audit-level=high', '--json'];
    execFile(
      'npm',
      args,
      { cwd: root, timeout: ANSWERS_WITHIN_MS, maxBuffer: 64 * 1024 * 1024 },
      (_, stdout) => resolve(stdout),
    );
  });

/**
 * Whether no library that runs in production has a known serious vulnerability.
 * @param {() => Promise<string>} [ask]
 */
export async function auditDependencies(ask = askNpm) {
  const audit = readAudit(await ask());
  if (audit.state === 'unanswered') {
    process.stdout.write(
      say(
        `Not audited: the registry does not answer (${audit.why}).\n`,
        `Non vérifié : le registre ne répond pas (${audit.why}).\n`,
      ),
    );
    return true;
  }
  if (audit.state === 'clean') return true;
  process.stderr.write(
    say(
      `Known vulnerabilities in: ${audit.packages.join(', ')}. See: npm audit --omit=dev\n`,
      `Failles connues dans : ${audit.packages.join(', ')}. Voir : npm audit --omit=dev\n`,
    ),
  );
  return false;
}
