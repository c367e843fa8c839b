import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from './atomic-write';

describe('an atomic write', () => {
  let directory: string;
  let path: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pandafab-write-'));
    path = join(directory, 'settings.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('replaces the file, readable by its owner only, and leaves no other file', async () => {
    writeFileSync(path, 'old', { mode: 0o644 });
    writeFileSync(`${path}.part`, 'of an attempt that a power cut ended');
    await writeAtomically(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['settings.json']);
  });

  it('gives the file the requested permissions, independent of the umask', async () => {
    await writeAtomically(path, 'for a group', { mode: 0o660 });
    expect(statSync(path).mode & 0o777).toBe(0o660);
  });

  it('keeps the old file when the content function fails', async () => {
    writeFileSync(path, 'old');
    const find = () => Promise.reject(new Error('the server does not answer'));
    await expect(writeAtomically(path, find)).rejects.toThrow('the server does not answer');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(directory)).toEqual(['settings.json']);
  });

  it('does not call the content function when nothing can be written', async () => {
    let asked = false;
    const find = async () => {
      asked = true;
      return 'a code that is good once';
    };
    await expect(writeAtomically(join(directory, 'absent', 'file'), find)).rejects.toThrow('ENOENT');
    expect(asked).toBe(false);
  });
});
