import type { Plant } from './plant';

const RUNS = 'apps/agent/src/runs';
const LINK = 'apps/agent/src/link';

/** Bugs of the agent and of the drivers of machines. */
export const agentPlants: readonly Plant[] = [
  {
    name: 'hot-after-cancel',
    bug: 'Heaters are left on after every cancel.',
    edits: [
      {
        file: 'libs/machine-host/src/driver/run-slot.ts',
        from: 'if (cancelled) await heaters.off();',
        to: 'if (cancelled) await Promise.resolve();',
      },
      { file: `${RUNS}/run-performer.ts`, from: 'machine.free(begun);', to: 'machine.free(false);' },
    ],
    caughtBy: /was hot for/,
  },
  {
    name: 'cancel-ignored',
    bug: 'The agent accepts every cancel, and does nothing.',
    edits: [
      {
        file: `${RUNS}/run-desk.ts`,
        from: 'else if (performer) performer.cancel();',
        to: 'else if (performer) return;',
      },
    ],
    caughtBy: /^the cancel of /,
  },
  {
    name: 'pause-ignored',
    bug: 'The agent accepts every pause, and goes on printing.',
    edits: [
      {
        file: `${RUNS}/run-performer.ts`,
        from: 'this.pauseRequested = true;\n    this.driver?.pause();',
        to: 'this.pauseRequested = false;',
      },
    ],
    caughtBy: /^the pause of /,
  },
  {
    name: 'stop-ignored',
    bug: 'The agent accepts every emergency stop, and does nothing.',
    edits: [
      {
        file: `${LINK}/lab-link.ts`,
        from: 'void handlers.emergencyStop(body.machineId).then(',
        to: 'void Promise.resolve().then(',
      },
    ],
    caughtBy: /^the stop of /,
  },
  {
    name: 'hot-after-crash',
    bug: 'An agent that was killed during a print does not switch the heaters off at its next start.',
    edits: [
      {
        file: 'apps/agent/src/machines/machine-keeper.ts',
        from: 'this.hot = options.hot;',
        to: 'this.hot = false;',
      },
    ],
    caughtBy: /was hot for/,
  },
  {
    name: 'printed-again',
    bug: 'A run that an agent’s crash interrupted is begun again from its first line.',
    edits: [
      {
        file: `${RUNS}/run-desk.ts`,
        from: 'if (hasBegun || takingOver)',
        to: 'if (takingOver)',
      },
      {
        file: `${RUNS}/run-desk.ts`,
        from: 'this.assign(assignment, true);',
        to: 'this.assign(assignment);',
      },
      {
        file: 'apps/agent/src/journal/run-journal.ts',
        from: "WHERE run_id = ? AND state = 'accepted'\"",
        to: 'WHERE run_id = ?"',
      },
    ],
    caughtBy:
      // An order to the run that was interrupted is lost with it.
      /was printed \d+ times|began on the uncleared bed|booked 0 µm|is stuck|^the (cancel|pause|stop) of /,
  },
  {
    name: 'agent-gives-up',
    bug: 'An agent whose broker goes away ends with exit code 2.',
    edits: [
      {
        file: 'apps/agent/src/agent.ts',
        from: 'disconnected: () => this.link.disconnected(),',
        to: `disconnected: () => {
        this.link.disconnected();
        if (this.status === 'running') this.options.onRefused({ code: 'LAB.SECRET_REFUSED', details: {} });
      },`,
      },
    ],
    caughtBy: /^agent-\w+ ended by itself: exit code 2/,
  },
  {
    name: 'events-trust-the-broker',
    bug: 'The agent forgets an event once it is sent, before the server has applied it.',
    edits: [
      {
        file: `${LINK}/event-outbox.ts`,
        from: 'this.options.send(event);',
        to: 'this.options.send(event);\n      await this.options.events.applied(event.sequence);',
      },
    ],
    caughtBy: /events written, \d+ applied|is held|is stuck|waits with idle machines:/,
  },
  {
    name: 'receipt-before-journal',
    bug: 'The agent acknowledges an assignment before it is in its journal.',
    edits: [
      {
        file: `${LINK}/lab-link.ts`,
        from: 'const verdict = await journal.runs.accept(assignment);\n    this.sayReceipt(id);',
        to: `this.sayReceipt(id);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const verdict = await journal.runs.accept(assignment);`,
      },
    ],
    caughtBy: /is held|is stuck/,
  },
  {
    name: 'full-disk-loses-the-end',
    bug: 'A write about a run that failed on a full disk is not tried again.',
    edits: [
      {
        file: `${RUNS}/retry-forever.ts`,
        from: 'await pause(clock, RETRY_MS, NEVER);',
        to: 'await pause(clock, RETRY_MS, NEVER);\n      return undefined as T;',
      },
    ],
    caughtBy: /is stuck|by way of|for: the end of part/,
  },
  {
    name: 'no-checkpoint',
    bug: 'The progress of a print is not written down: after a crash the agent reports that nothing was used.',
    edits: [
      {
        file: `${RUNS}/run-performer.ts`,
        from: 'this.services.checkpoints.write(runId, figuresOf(progress));',
        to: '((..._all: unknown[]) => undefined)(runId, figuresOf(progress));',
      },
    ],
    caughtBy: /booked 0 µm; the machine saw/,
  },
  {
    name: 'hello-once',
    bug: 'The agent says hello once only: when the answer is lost, its lab stays offline.',
    edits: [
      {
        file: `${LINK}/greeting.ts`,
        from: 'this.repeat(attempts + 1);',
        to: 'undefined;',
      },
    ],
    caughtBy: /is offline for/,
  },
];
