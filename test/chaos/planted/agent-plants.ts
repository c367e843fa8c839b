import type { Plant } from './plant';

const RUNS = 'apps/agent/src/runs';
const LINK = 'apps/agent/src/link';

/** Bugs of the agent and of what drives the machines. */
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
    bug: 'The agent takes every cancel, and does nothing.',
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
    bug: 'The agent takes every pause, and prints on.',
    edits: [
      {
        file: `${RUNS}/run-performer.ts`,
        from: 'this.pauseWished = true;\n    this.driver?.pause();',
        to: 'this.pauseWished = false;',
      },
    ],
    caughtBy: /^the pause of /,
  },
  {
    name: 'stop-ignored',
    bug: 'The agent takes every emergency stop, and does nothing.',
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
    bug: 'An agent that was killed amid a print does not have the heaters switched off at its next start.',
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
    caughtBy: /was printed \d+ times|began on the uncleared bed|booked 0 µm/,
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
    caughtBy: /events written, \d+ applied|is held|is stuck|waits beside idle/,
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
    bug: 'What a full disk keeps from being written about a run is not tried again.',
    edits: [
      {
        file: `${RUNS}/insist.ts`,
        from: 'await pause(clock, RETRY_MS, NEVER);',
        to: 'await pause(clock, RETRY_MS, NEVER);\n      return undefined as T;',
      },
    ],
    caughtBy: /is stuck|by way of/,
  },
  {
    name: 'no-checkpoint',
    bug: 'How far a print has come is not written down: a crash reports that nothing was used.',
    edits: [
      {
        file: `${RUNS}/run-performer.ts`,
        from: 'this.services.checkpoints.write(runId, {',
        to: '((..._all: unknown[]) => undefined)(runId, {',
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
        from: 'this.repeat(Math.min(nextMs * 2, LONGEST_REPEAT_MS)),',
        to: 'undefined,',
      },
    ],
    caughtBy: /is offline for/,
  },
];
