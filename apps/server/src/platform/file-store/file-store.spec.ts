import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { readConfig } from '../kit/config';
import { FileStore } from './file-store';

describe('the file store', () => {
  let directory: TemporaryDirectory;
  let store: FileStore;
  const incoming = () => readdir(join(directory.path, 'files', 'incoming'));

  beforeEach(async () => {
    directory = await temporaryDirectory();
    store = new FileStore(readConfig({ PANDAFAB_DATA_DIR: directory.path }));
    await store.onModuleInit();
  });
  afterEach(() => directory.remove());

  // Without the fix, two or three of this many stayed: the file was created while it was being removed.
  it('leaves no file of an upload that is interrupted before its file was opened', async () => {
    for (let at = 0; at < 2000; at++) {
      const upload = new Readable({ read() {} });
      const taken = store.receiveUnstored(upload);
      upload.destroy(new Error('cut short'));
      await expect(taken).rejects.toThrow('cut short');
    }
    // By the time the disk has answered this many times, files that were still being opened are done.
    for (let at = 0; at < 20; at++) await incoming();
    expect(await incoming()).toEqual([]);
  });
});
