import { Logger } from '@nestjs/common';
import { type LabId, newId } from '@pandafab/shared';
import { LabTurns } from './lab-turns';

describe('the work of labs', () => {
  const [here, there] = [newId<LabId>(), newId<LabId>()];
  afterEach(() => jest.restoreAllMocks());

  it('is done in order in each lab, and does not wait for the work of another lab', async () => {
    const turns = new LabTurns();
    const done: string[] = [];
    let end: () => void = () => {};
    turns.add(here, () => new Promise<void>((resolve) => (end = resolve)));
    turns.add(here, async () => void done.push('second'));
    turns.add(there, async () => void done.push('other lab'));
    await new Promise(setImmediate);
    expect([done, turns.isBusy(here), turns.isBusy(there)]).toEqual([['other lab'], true, false]);
    end();
    await turns.idle();
    expect([done, turns.isBusy(here)]).toEqual([['other lab', 'second'], false]);
  });

  it('continues after a failure, which is logged', async () => {
    const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const turns = new LabTurns();
    const done: string[] = [];
    turns.add(here, () => Promise.reject(new Error('no disk')));
    turns.add(here, async () => void done.push('next'));
    await turns.idle();
    expect([done, error.mock.calls.length]).toEqual([['next'], 1]);
  });
});
