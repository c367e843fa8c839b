import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashSecret, isSecret, newSecret } from './secrets';

/** The folders that handle secrets: the server, the agent and the messages between them. */
const PLACES = ['apps/server/src', 'apps/agent/src', 'libs/lab-link/src', 'libs/platform/src'];
/** A secret, or its hash, compared with a value other than undefined or null. */
const COMPARED =
  /\b\w*(?:secret|password|passwordHash|tokenHash|codeHash|secretHash|proof)\b\s*[!=]==\s*(?!null|undefined)\w/i;
const COMPARED_FROM_RIGHT =
  /(?<!null|undefined|typeof \w+)\s[!=]==\s*[\w.?]*(?:secret|password|tokenHash|codeHash|secretHash|proof)\b/i;

/** Comparisons that reveal nothing to a stranger, and why. */
const HARMLESS: Readonly<Record<string, string>> = {
  'apps/server/src/pages/public-pages/forms.ts': 'two fields that the same person typed',
  'apps/server/src/people/accounts/sessions.controller.ts': 'both hashes are of the caller’s own sessions',
  'apps/server/src/people/accounts/sessions.service.ts': 'both hashes are of the caller’s own sessions',
};

const sources = PLACES.flatMap((place) =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => join(place, file)),
);

describe('comparisons of secrets', () => {
  it('tell a right secret from a wrong one of any length', () => {
    const secret = newSecret();
    const hash = hashSecret(secret);
    expect(isSecret(secret, hash)).toBe(true);
    for (const wrong of ['', secret.slice(1), `${secret}x`, newSecret()])
      expect(isSecret(wrong, hash)).toBe(false);
  });

  it('never use === or !==, which take longer the more characters are right', () => {
    const found = sources.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => COMPARED.test(line) || COMPARED_FROM_RIGHT.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    const harmful = found.filter((each) => !HARMLESS[each.split(': ')[0] ?? '']);
    expect(sources.length).toBeGreaterThan(200);
    expect(harmful).toEqual([]);
  });

  it.each([
    'if (secret === expected) return;',
    'return hash !== agent.secretHash;',
    'code.codeHash === hash',
  ])('are detected by this test: %s', (line) => {
    expect(COMPARED.test(line) || COMPARED_FROM_RIGHT.test(line)).toBe(true);
  });
});
