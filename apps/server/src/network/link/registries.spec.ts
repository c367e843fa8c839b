import { NestFactory } from '@nestjs/core';
import { labEventTypes } from '@pandafab/lab-link';
import { type LabId, type MachineId, newId, type RunId } from '@pandafab/shared';
import { Unit } from '../../platform/persistence/unit';
import { IncomingMessages } from './incoming-messages';
import { LabEvents } from './lab-events';
import { Peers } from './peers';

const labId = newId<LabId>();
const nothing = async () => {};

it.each([LabEvents, IncomingMessages, Peers])(
  '%p stops the start while a registration is missing',
  async (registry) => {
    const module = { module: class Alone {}, providers: [registry] };
    const start = NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    await expect(start).rejects.toThrow('not registered');
  },
);

describe('handlers of lab events', () => {
  it('do not let the server start while a kind of event has none', () => {
    const events = new LabEvents();
    for (const type of labEventTypes.filter((each) => each !== 'run.ended')) events.register(type, nothing);
    expect(() => events.onApplicationBootstrap()).toThrow(
      'not registered: handler of the lab event run.ended',
    );
    events.register('run.ended', nothing);
    expect(() => events.onApplicationBootstrap()).not.toThrow();
  });

  it('refuse a second one of a kind', () => {
    const events = new LabEvents();
    events.register('machine.heaters', nothing);
    expect(() => events.register('machine.heaters', nothing)).toThrow('registered twice');
  });

  it('are called for their own kind only, with the unit of work that receives the event', async () => {
    const events = new LabEvents();
    const unit = new Unit({} as Unit['manager'], 1, () => ({ kind: 'server', id: null }));
    const heard: unknown[] = [];
    events.register('run.started', async (...said) => void heard.push(said));
    events.register('machine.answer-refused', async () => void heard.push('the other'));
    const event = { type: 'run.started', runId: newId<RunId>() } as const;
    await events.apply(unit, event, { labId, at: 5 });
    expect(heard).toEqual([[unit, event, { labId, at: 5 }]]);
  });

  it('pass their errors on, so that the event is not counted as applied', async () => {
    const events = new LabEvents();
    const unit = new Unit({} as Unit['manager'], 1, () => ({ kind: 'server', id: null }));
    events.register('machine.heaters', async () => {
      throw new Error('no');
    });
    const event = { type: 'machine.heaters', machineId: newId<MachineId>(), state: 'off' } as const;
    await expect(events.apply(unit, event, { labId, at: 5 })).rejects.toThrow('no');
  });
});

describe('handlers of the agents’ messages', () => {
  it('do not let the server start while a kind of message has none', () => {
    const messages = new IncomingMessages();
    for (const kind of ['receipt', 'event', 'presence', 'telemetry', 'ports'] as const)
      messages.register(kind, nothing);
    expect(() => messages.onApplicationBootstrap()).toThrow(
      'not registered: handler of the agents’ message hello',
    );
    messages.register('hello', nothing);
    expect(() => messages.onApplicationBootstrap()).not.toThrow();
  });

  it('refuse a second one of a kind', () => {
    const messages = new IncomingMessages();
    messages.register('hello', nothing);
    expect(() => messages.register('hello', nothing)).toThrow('registered twice');
  });
});

describe('the register of the link’s peers', () => {
  const book = { identify: async () => undefined, epochs: async () => new Map([[labId, 3]]) };

  it('does not let the server start while it is empty, and accepts one registration only', async () => {
    const peers = new Peers();
    expect(() => peers.onApplicationBootstrap()).toThrow('not registered');
    peers.register(book);
    expect(() => peers.onApplicationBootstrap()).not.toThrow();
    expect(() => peers.register(book)).toThrow('registered twice');
    expect(await peers.epochs([labId])).toEqual(new Map([[labId, 3]]));
  });
});
