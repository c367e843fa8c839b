import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { readConfig } from '../config';
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

  // Of as many, two or three used to stay: the file was made while it was being removed.
  it('leaves nothing of an upload that is cut short before its file was opened', async () => {
    for (let at = 0; at < 2000; at++) {
      const upload = new Readable({ read() {} });
      const taken = store.take(upload);
      upload.destroy(new Error('cut short'));
      await expect(taken).rejects.toThrow('cut short');
    }
    // What was still being opened has come to its end by the time that the disk has answered this as often.
    for (let at = 0; at < 20; at++) await incoming();
    expect(await incoming()).toEqual([]);
  });
});
