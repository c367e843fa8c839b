import { execFile } from 'node:child_process';
import { join } from 'node:path';

const script = join(__dirname, '../../scripts/lib/audit.mjs');

/** The check's message for an answer of npm; scripts are ES modules, which Jest does not load. */
function judge(answer: string, LANG = 'en_GB.UTF-8') {
  const program = `import { auditDependencies } from ${JSON.stringify(script)};
    process.exit((await auditDependencies(async () => process.env.ANSWER)) ? 0 : 1);`;
  return new Promise<{ passed: boolean; said: string }>((resolve) => {
    const env = { PATH: process.env.PATH, LANG, ANSWER: answer };
    const args = ['--input-type=module', '--eval', program];
    const child = execFile(process.execPath, args, { env }, (_, stdout, stderr) =>
      resolve({ passed: child.exitCode === 0, said: stdout + stderr }),
    );
  });
}
const found = (severity: string) =>
  JSON.stringify({
    vulnerabilities: { leftpad: { name: 'leftpad', severity } },
    metadata: { vulnerabilities: { [severity]: 1, total: 1 } },
  });

describe('the dependency audit', () => {
  it('passes where no serious vulnerability is known', async () => {
    const clean = JSON.stringify({ vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } });
    expect(await judge(clean)).toEqual({ passed: true, said: '' });
    expect(await judge(found('moderate'))).toEqual({ passed: true, said: '' });
  });

  it.each(['high', 'critical'])('fails where a %s vulnerability is known, and names it', async (severity) => {
    expect(await judge(found(severity))).toEqual({
      passed: false,
      said: `Known vulnerabilities in: leftpad (${severity}). See: npm audit --omit=dev\n`,
    });
    expect((await judge(found(severity), 'fr_FR.UTF-8')).said).toContain(
      'Failles connues dans\u00a0: leftpad',
    );
  });

  it.each([
    ['answers 405', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405, error: {} }), '405'],
    ['is not reached', JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'no network' } }), 'no network'],
    ['says something else', '<html>proxy</html>', '<html>'],
    ['says nothing', '', 'npm audit'],
  ])('says so and passes where the registry %s', async (_what, answer, why) => {
    const { passed, said } = await judge(answer);
    expect(passed).toBe(true);
    expect(said).toContain('Not audited');
    expect(said).toContain(why);
  });
});
