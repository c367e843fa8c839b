import { NestFactory } from '@nestjs/core';
import { LabRuns } from './lab-runs';

const book = {
  expected: async () => [],
  compare: async () => ({ unknown: [], lost: [] }),
  interrupt: async () => {},
};

describe('what agents need to know about runs', () => {
  it('does not let the server start while no module is registered', async () => {
    const module = { module: class Alone {}, providers: [LabRuns] };
    const start = NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    await expect(start).rejects.toThrow('not registered: book of the labs’ runs');
  });

  it('accepts one registration only', () => {
    const runs = new LabRuns();
    runs.register(book);
    expect(() => runs.register(book)).toThrow('registered twice');
  });
});
