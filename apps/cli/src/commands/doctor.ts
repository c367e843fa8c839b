import type { Command } from 'commander';
import type { Finding } from '../doctor/finding';
import { checkPorts } from '../doctor/ports';
import { checkProfiles } from '../doctor/profiles';
import { checkSerial } from '../doctor/serial';
import { checkServices } from '../doctor/services';
import { checkSetup } from '../doctor/setup-plan';
import { checkStorage } from '../doctor/storage';
import { EXIT, type OutputOptions, printFailure, printResult, say } from '../output';

const MARKS = { ok: '✓', warning: '!', missing: '✗' } as const;

function describe({ name, status, found, cure }: Finding): string[] {
  const cures = cure === null ? [] : cure.split('\n').map((line) => `      → ${line}`);
  return [`  ${MARKS[status]} ${name}: ${found}`, ...cures];
}

function verdict(findings: readonly Finding[]): string {
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  const [lacking, warnings] = [count('missing'), count('warning')];
  if (lacking > 0) {
    return say(`Something necessary is missing: ${lacking}.`, `Il manque le nécessaire : ${lacking}.`);
  }
  if (warnings > 0)
    return say(
      `PandaFab can run here; please check: ${warnings}.`,
      `PandaFab peut fonctionner ici ; à vérifier : ${warnings}.`,
    );
  return say('Everything is in order.', 'Tout est en ordre.');
}

/** Checks everything that PandaFab needs on this host, in the order in which a person would fix it. */
async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const found = await Promise.all([
    checkSetup(env),
    checkServices(env),
    checkStorage(env),
    checkPorts(env),
    checkSerial(),
    checkProfiles(env),
  ]);
  return found.flat();
}

async function doctor(options: OutputOptions): Promise<void> {
  try {
    const findings = await examine(process.env);
    const healthy = findings.every(({ status }) => status !== 'missing');
    printResult({ ok: healthy, findings }, [...findings.flatMap(describe), verdict(findings)], options);
    process.exitCode = healthy ? EXIT.ok : EXIT.failed;
  } catch (error) {
    printFailure(error, options);
  }
}

/**
 * `pandafab doctor`: says what is missing or wrong on this host, and how to fix it.
 * @public for knip, which does not read the `require` that loads it
 */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      say(
        'Say what is missing or wrong on this host, and how to fix it',
        'Dire ce qui manque ou ne va pas sur cette machine, et comment y remédier',
      ),
    )
    .option('--json', say('print one JSON object', 'afficher un objet JSON'))
    .addHelpText(
      'after',
      say(
        '\nExit codes: 0 everything necessary is present (warnings allowed), 1 something necessary is missing.',
        '\nCodes de sortie : 0 tout le nécessaire est présent (avertissements admis), 1 il manque quelque chose de nécessaire.',
      ),
    )
    .action(doctor);
}
