import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { say } from '../output';
import { type Finding, missing, ok, reasonOf, warning } from './finding';

const planSchema = z.object({
  node: z.object({ version: z.string(), recentEnough: z.boolean() }),
  dependenciesStale: z.boolean(),
  buildStale: z.boolean(),
  programs: z.array(
    z.object({
      name: z.string(),
      commands: z.array(z.string()),
      path: z.string().nullable(),
      install: z.array(z.object({ system: z.string(), line: z.string() })),
    }),
  ),
});

/** What `scripts/setup.mjs --plan --json` prints. */
export type SetupPlan = z.infer<typeof planSchema>;
type Program = SetupPlan['programs'][number];

const nodeFinding = ({ version, recentEnough }: SetupPlan['node']): Finding =>
  recentEnough
    ? ok('node', `Node ${version}`)
    : missing(
        'node',
        `Node ${version}`,
        say(
          'Install Node 20.19 or newer: https://nodejs.org/en/download',
          'Installez Node 20.19 ou plus récent : https://nodejs.org/fr/download',
        ),
      );

function programFinding({ name, commands, path, install }: Program): Finding {
  if (path) return ok(name, path);
  const names = commands.join(say(' or ', ' ou '));
  const found = say(`${names} not found`, `${names} introuvable`);
  const cure = install.map(({ system, line }) => `${system}: ${line}`).join('\n');
  if (name !== 'redis') return warning(name, found, cure);
  const instead = say(
    'or set REDIS_URL to a Redis that runs',
    'ou indiquez dans REDIS_URL un Redis en marche',
  );
  return missing(name, found, `${cure}\n${instead}`);
}

const staleFinding = (name: string, stale: boolean, cure: string): Finding =>
  stale
    ? warning(name, say('not current', 'pas à jour'), say(`Run: ${cure}`, `Lancez : ${cure}`))
    : ok(name, say('current', 'à jour'));

/**
 * What set-up would do on this host, as findings. socat serves only the demonstration and the tests:
 * its absence is a warning.
 */
export const setupFindings = (plan: SetupPlan): Finding[] => [
  nodeFinding(plan.node),
  ...plan.programs.map(programFinding),
  staleFinding('dependencies', plan.dependenciesStale, 'npm run setup'),
  staleFinding('build', plan.buildStale, 'npm run setup'),
];

function findSetupScript(from: string): string | undefined {
  const script = join(from, 'scripts', 'setup.mjs');
  if (existsSync(script)) return script;
  return dirname(from) === from ? undefined : findSetupScript(dirname(from));
}

/** The checkout that this program runs from; the working directory where it is installed without one. */
export function checkoutRoot(): string {
  const script = findSetupScript(__dirname);
  return script ? dirname(dirname(script)) : process.cwd();
}

/** Asks the set-up script, so that the doctor and set-up always agree. */
export async function checkSetup(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const script = join(checkoutRoot(), 'scripts', 'setup.mjs');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--plan', '--json'], { env });
    return setupFindings(planSchema.parse(JSON.parse(stdout)));
  } catch (error) {
    const cure = say(
      'Run it by hand: npm run setup -- --plan',
      'Lancez-la à la main : npm run setup -- --plan',
    );
    return [
      warning(
        'setup',
        say('the set-up script gave no plan: ', 'le script d’installation n’a pas donné de plan : ') +
          reasonOf(error),
        cure,
      ),
    ];
  }
}
