import { SerialQueue } from './serial-queue';

/** Work that ends when the test says so. */
function pending() {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  return { ended, end };
}

describe('a serial queue', () => {
  it('starts a piece of work only when the previous one has ended, also after a failure', async () => {
    const queue = new SerialQueue();
    const [first, started] = [pending(), [] as string[]];
    const one = queue.add(() => {
      started.push('one');
      return first.ended;
    });
    const two = queue.add(async () => started.push('two'));
    await Promise.resolve();
    expect(started).toEqual(['one']);
    first.end(new Error('the disk is full'));
    await expect(one).rejects.toThrow('the disk is full');
    await expect(two).resolves.toBe(2);
  });

  it('is idle once everything added so far has ended', async () => {
    const queue = new SerialQueue();
    const done: string[] = [];
    void queue.add(async () => done.push('one'));
    void queue.add(async () => done.push('two'));
    await queue.idle();
    expect(done).toEqual(['one', 'two']);
  });

  it('is busy until the last work has ended, also with a failure', async () => {
    const queue = new SerialQueue();
    expect(queue.isBusy).toBe(false);
    const one = queue.add(async () => 1);
    const two = queue.add(() => Promise.reject(new Error('no disk')));
    await one;
    expect(queue.isBusy).toBe(true);
    await expect(two).rejects.toThrow('no disk');
    expect(queue.isBusy).toBe(false);
  });
});
