import { setTimeout as setNodeTimeout } from 'node:timers';

interface Environment {
  teardown(): Promise<void>;
}
const OneRealm = require('../jest/one-realm.cjs') as new (options: { projectConfig: object }) => Environment;

const globals = globalThis as unknown as Record<string, unknown>;

describe('the environment of a test file', () => {
  it('has the classes of its process', () => {
    expect(structuredClone(new Date(0))).toBeInstanceOf(Date);
    expect(Reflect.getPrototypeOf(structuredClone([]))).toBe(Array.prototype);
    expect(setTimeout).toBe(setNodeTimeout);
  });

  it('puts back what a test file has changed in the process', async () => {
    const environment = new OneRealm({ projectConfig: { fakeTimers: {}, testEnvironmentOptions: {} } });
    const before = {
      now: Date.now,
      path: process.env.PATH,
      directory: process.cwd(),
      fetch: globalThis.fetch,
    };
    const listener = () => undefined;
    globals.leftBehind = 'by a test';
    globalThis.fetch = () => Promise.reject(new Error('no network here'));
    process.env.PATH = '/nowhere';
    process.env.PANDAFAB_LEFT_BEHIND = 'yes';
    process.on('SIGUSR2', listener);
    process.exitCode = 3;
    process.chdir('/');
    await environment.teardown();
    expect(globals.leftBehind).toBeUndefined();
    expect(process.env.PANDAFAB_LEFT_BEHIND).toBeUndefined();
    expect(process.listeners('SIGUSR2')).not.toContain(listener);
    expect(process.exitCode).toBeUndefined();
    expect({
      now: Date.now,
      path: process.env.PATH,
      directory: process.cwd(),
      fetch: globalThis.fetch,
    }).toEqual(before);
  });
});
