import { readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { FakeClock } from '@pandafab/testing';
import { awaitDatabase, isNotYet } from './await-database';

const failing = (code: string) => Object.assign(new Error('connect'), { code });

describe('waiting for the database', () => {
  it('tries again until it accepts connections, and reports once that it waits', async () => {
    const clock = new FakeClock();
    const answers = [
      failing('ECONNREFUSED'),
      failing('57P03'),
      new Error('Connection terminated unexpectedly'),
      new Error('Client has encountered a connection error and is not queryable'),
      'open',
    ];
    const said: string[] = [];
    const open = async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const opened = awaitDatabase(clock, open, (reason) => said.push(reason));
    while (answers.length > 0) {
      clock.advance(500);
      await new Promise(setImmediate);
    }
    expect(await opened).toBe('open');
    expect(said).toHaveLength(1);
  });

  it('gives up after a minute, with a fault', async () => {
    const clock = new FakeClock();
    const never = () => Promise.reject(failing('ECONNREFUSED'));
    const opened = awaitDatabase(clock, never, () => clock.advance(60_000));
    await new Promise(setImmediate);
    clock.advance(500);
    await expect(opened).rejects.toMatchObject({ code: 'HOST.DATABASE_UNREACHABLE' });
  });

  it('does not wait for an error that waiting cannot fix', async () => {
    const wrong = () => Promise.reject(failing('28P01'));
    await expect(awaitDatabase(new FakeClock(), wrong, () => {})).rejects.toMatchObject({ code: '28P01' });
  });

  it('takes a socket that is not there for a database that is not there, and a missing file for none', async () => {
    const nowhere = '/nowhere/pandafab.sock';
    const refused = await new Promise((resolve) => createConnection(nowhere).once('error', resolve));
    expect(isNotYet(refused)).toBe(true);
    const missing: unknown = await readFile(nowhere).catch((error) => error);
    expect(missing).toMatchObject({ code: 'ENOENT' });
    expect(isNotYet(missing)).toBe(false);
  });
});
