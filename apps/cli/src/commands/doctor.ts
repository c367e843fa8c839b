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
      `PandaFab can run here; to look at: ${warnings}.`,
      `PandaFab peut tourner ici ; à voir : ${warnings}.`,
    );
  return say('All is well.', 'Tout va bien.');
}

/** Looks at everything that PandaFab needs on this host, in the order in which it would be mended. */
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

/** `pandafab doctor`: what is missing or wrong on this host, and how to mend it. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      say(
        'Say what is missing or wrong on this host, and how to mend it',
        'Dire ce qui manque ou ne va pas sur cette machine, et comment y remédier',
      ),
    )
    .option('--json', say('print one JSON object', 'afficher un objet JSON'))
    .addHelpText(
      'after',
      say(
        '\nExit codes: 0 all that is necessary is there (warnings allowed), 1 something necessary is missing.',
        '\nCodes de sortie : 0 le nécessaire est là (avertissements admis), 1 il manque quelque chose de nécessaire.',
      ),
    )
    .action(doctor);
}
