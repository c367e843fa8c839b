import { chmodSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { keepPrivate } from './private-directory';

let scratch: TemporaryDirectory;
let data: string;
beforeEach(async () => {
  scratch = await temporaryDirectory();
  data = join(scratch.path, 'data');
});
afterEach(() => scratch.remove());

function file(name: string, mode: number): string {
  const path = join(data, name);
  writeFileSync(path, 'x');
  chmodSync(path, mode);
  return path;
}
function folder(name: string, mode: number): string {
  const path = join(data, name);
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
  return path;
}
const mode = (path: string) => (lstatSync(path).mode & 0o777).toString(8);

describe('a private directory', () => {
  it('is created for its owner only', async () => {
    expect(await keepPrivate(data)).toEqual([]);
    expect(mode(data)).toBe('700');
  });

  it('is closed with all earlier files, at any depth, and adds no permission', async () => {
    folder('.', 0o755);
    folder('logs/old', 0o777);
    folder('logs', 0o755);
    const open = [
      file('pandafab.sqlite-wal', 0o644),
      file('logs/server.log', 0o666),
      file('logs/old/a', 0o755),
    ];
    const kept = file('read-only', 0o400);
    expect(await keepPrivate(data)).toEqual([]);
    for (const name of ['.', 'logs', 'logs/old'])
      expect([name, mode(join(data, name))]).toEqual([name, '700']);
    expect(open.map(mode)).toEqual(['600', '600', '600']);
    expect(mode(kept)).toBe('400');
  });

  it('does not change files elsewhere, also behind a link', async () => {
    const elsewhere = join(scratch.path, 'elsewhere');
    writeFileSync(elsewhere, 'x');
    chmodSync(elsewhere, 0o644);
    folder('.', 0o755);
    symlinkSync(elsewhere, join(data, 'link'));
    symlinkSync(scratch.path, join(data, 'up'));
    await keepPrivate(data);
    expect(mode(elsewhere)).toBe('644');
  });

  it('does not change the broker’s directory and the path to it', async () => {
    folder('.', 0o755);
    const broker = folder('broker/mosquitto', 0o750);
    folder('broker', 0o751);
    const passwords = file('broker/mosquitto/passwords', 0o640);
    const beside = file('broker/beside', 0o644);
    await keepPrivate(data, { except: broker });
    expect([broker, passwords].map(mode)).toEqual(['750', '640']);
    expect([data, join(data, 'broker')].map(mode)).toEqual(['711', '711']);
    expect(mode(beside)).toBe('600');
  });
});
