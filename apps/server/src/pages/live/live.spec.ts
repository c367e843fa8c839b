import { FakeClock } from '@pandafab/testing';
import { EventStream, type Writable } from './event-stream';
import { LabWatch } from './lab-watch';

/** A reader that reads as much as the test allows. */
function reader() {
  let drained = () => {};
  const state = { text: '', takes: true, ended: false };
  const out = {
    write: (text: string) => {
      state.text += text;
      return state.takes;
    },
    once: (_event: string, listener: () => void) => {
      drained = listener;
      return out;
    },
    end: () => {
      state.ended = true;
      return out;
    },
  };
  const drain = () => {
    state.takes = true;
    drained();
  };
  const events = () =>
    [...state.text.matchAll(/event: (\S+)\ndata: (.*)\n\n/g)].map(([, event, data]) => [
      event,
      JSON.parse(data ?? ''),
    ]);
  return { state, drain, events, out: out as unknown as Writable };
}
const settle = () => new Promise(setImmediate);

describe('watching a lab', () => {
  const clock = new FakeClock();
  let count = 0;
  let admitted = true;
  let looks = 0;
  let client: ReturnType<typeof reader>;
  let watch: LabWatch;

  beforeEach(async () => {
    [count, looks, admitted] = [0, 0, true];
    client = reader();
    watch = new LabWatch({
      clock,
      stream: EventStream.on(client.out, () => watch.poke()),
      look: async () => {
        looks++;
        if (!admitted) return undefined;
        return { lab: { id: 'lab' }, machines: [{ id: 'one', count }, { id: 'two' }], jobs: [] };
      },
      isAdmitted: async () => admitted,
      onError: (error) => {
        throw error;
      },
    });
    await settle();
  });
  afterEach(() => {
    watch.end();
    expect(clock.pending).toBe(0);
  });

  it('begins with the whole state, then sends only what changed', async () => {
    expect(client.events()).toEqual([
      ['snapshot', { lab: { id: 'lab' }, machines: [{ id: 'one', count: 0 }, { id: 'two' }], jobs: [] }],
    ]);
    clock.advance(500);
    count = 1;
    watch.poke();
    await settle();
    expect(client.events().slice(1)).toEqual([['machine', { id: 'one', count: 1 }]]);
  });

  it('reads the state twice a second at most, and never misses the last change', async () => {
    for (count = 1; count < 100; count++) watch.poke();
    await settle();
    expect(looks).toBe(1);
    clock.advance(500);
    await settle();
    expect(looks).toBe(2);
    expect(client.events().at(-1)).toEqual(['machine', { id: 'one', count: 100 }]);
  });

  it('buffers nothing for a slow reader, and continues with the current state', async () => {
    client.state.takes = false;
    clock.advance(500);
    count = 1;
    watch.poke();
    await settle();
    const { length } = client.state.text;
    for (count = 2; count < 50; count++) {
      watch.poke();
      clock.advance(500);
      await settle();
    }
    expect(client.state.text).toHaveLength(length);
    client.drain();
    clock.advance(500);
    await settle();
    expect(client.events().at(-1)).toEqual(['machine', { id: 'one', count: 50 }]);
  });

  it('sends nothing more to a person who has lost access', async () => {
    const { length } = client.state.text;
    clock.advance(500);
    admitted = false;
    count = 1;
    watch.poke();
    await settle();
    expect([client.state.ended, client.state.text.length]).toEqual([true, length]);
  });

  it('ends when its person has lost access, even when nothing happens', async () => {
    clock.advance(10_000);
    await settle();
    expect([client.events().at(-1)?.[0], client.state.ended]).toEqual(['ping', false]);
    admitted = false;
    clock.advance(10_000);
    await settle();
    expect(client.state.ended).toBe(true);
  });
});
