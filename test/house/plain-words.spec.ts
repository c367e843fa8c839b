import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { countRiddles, findRiddles } from '../../scripts/house/plain-words.mjs';

describe('plain words', () => {
  it('finds each riddle with its line, and says what to write', () => {
    const text = '// Whoever comes second\nconst body = 1;\n/** asked anew, in vain */';
    expect(findRiddles(text).map(({ line, word }) => [line, word])).toEqual([
      [1, 'Whoever'],
      [3, 'anew'],
      [3, 'in vain'],
    ]);
    expect(findRiddles(text)[0]?.instead).toContain('the actor');
  });

  it('leaves words alone that only begin alike', () => {
    expect(findRiddles('const woeful = renewed, wishes;')).toEqual([]);
  });

  it('lets a file have as many as it had, and no more', () => {
    const root = mkdtempSync(join(tmpdir(), 'pandafab-words-'));
    try {
      const write = (file: string, text: string) => {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), text);
      };
      write('apps/old.ts', '// nobody, somebody\n');
      write('apps/new.ts', '// nobody\n');
      write('test/fixtures/theirs.md', 'nobody\n');
      write('apps/web/node_modules/theirs.ts', 'nobody\n');
      const { tooMany, counts } = countRiddles(root, { 'apps/old.ts': 2 });
      expect(tooMany).toEqual([expect.stringMatching(/^apps\/new\.ts:1 "nobody": write /)]);
      expect(counts).toEqual({ 'apps/new.ts': 1, 'apps/old.ts': 2 });
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
