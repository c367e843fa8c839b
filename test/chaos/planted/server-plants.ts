import type { Plant } from './plant';

const LINK = 'apps/server/src/link';
const PERSISTENCE = 'apps/server/src/persistence';
const BILLING = 'apps/server/src/billing';

/** Bugs of the server. */
export const serverPlants: readonly Plant[] = [
  {
    name: 'applied-before-commit',
    bug: 'An event is acknowledged before it is committed.',
    edits: [
      {
        file: `${LINK}/link-receiver.ts`,
        from: 'const { epoch, sequence } = body;',
        to: "const { epoch, sequence } = body;\n    this.sender.say(labId, 'applied', { epoch, sequence });",
      },
    ],
    caughtBy: /events written, \d+ applied|is held|is stuck|waits beside idle/,
  },
  {
    name: 'no-match-after-bed-clear',
    bug: 'A machine whose bed was cleared is given no job: jobs wait beside idle machines.',
    edits: [
      {
        file: 'apps/server/src/labs/machines.service.ts',
        from: 'await work(manager, machine);\n      await raiseMatch(manager, this.clock, machine.labId);',
        to: 'await work(manager, machine);',
      },
    ],
    caughtBy: /waits beside idle/,
  },
  {
    name: 'savepoint',
    bug: 'After a full disk, what SQLite’s one connection writes is in a savepoint that nobody commits.',
    edits: [
      {
        file: `${PERSISTENCE}/write-connection.ts`,
        from: 'if (this.condemned || (isSqlite(writer) && !isFree())) await this.reopen();',
        to: 'void isFree;',
      },
      {
        file: `${PERSISTENCE}/write-connection.ts`,
        from: 'if (depthOf(runner) !== 1) throw',
        to: 'if (depthOf(runner) < 1) throw',
      },
    ],
    caughtBy: /is gone|is stuck|events written|is not ready|waits beside idle/,
    database: 'sqlite',
  },
  {
    name: 'answered-before-commit',
    bug: 'A write is answered before it is committed.',
    edits: [
      {
        file: `${PERSISTENCE}/unit-of-work.ts`,
        from: 'await this.commit(runner);',
        // Not while the city is founded, and not what labs wait for: that would be noticed at once.
        to: `const units = globalThis as { units?: number };
      units.units = (units.units ?? 0) + 1;
      if (units.units < 200 || touchedBy(runner).size > 0) await this.commit(runner);
      else setTimeout(() => void this.commit(runner).catch(() => undefined), 200);`,
      },
    ],
    caughtBy: /is gone|events written|is stuck|waits beside idle/,
    database: 'postgres',
  },
  {
    name: 'outbox-trusts-the-broker',
    bug: 'What the server tells an agent counts as received once the broker has it.',
    edits: [
      {
        file: `${LINK}/link-sender.ts`,
        from: 'this.sentAt.set(id, this.clock.monotonic());',
        to: `await this.unitOfWork.run((manager) =>
        manager.update(LinkMessage, { id }, { acknowledgedAt: this.clock.now() }),
      );`,
      },
    ],
    caughtBy: /is held|is stuck|^the (cancel|pause|stop) of /,
  },
  {
    name: 'queues-not-rebuilt',
    bug: 'Steps that an emptied Redis has forgotten are not written again.',
    edits: [
      {
        file: 'apps/server/src/queues/queues.service.ts',
        from: 'if (this.mustRebuild || (await this.producer.exists(BUILT_KEY)) === 0) await this.rebuild();',
        to: 'void BUILT_KEY;',
      },
    ],
    caughtBy: /is stuck|waits beside idle/,
  },
  {
    name: 'charged-twice',
    bug: 'A finished print is charged twice.',
    edits: [
      {
        file: `${PERSISTENCE}/migrations/billing.migration.ts`,
        from: 'CREATE UNIQUE INDEX usage_records_run ON',
        to: 'CREATE INDEX usage_records_run ON',
      },
      {
        file: `${BILLING}/usage/usage.service.ts`,
        from: ' || (await manager.existsBy(UsageRecord, { runId }))) return null;',
        to: ') return null;',
      },
      {
        file: `${LINK}/run-events.ts`,
        from: 'await this.billing.recordUsage(manager, run.id);',
        to: 'await this.billing.recordUsage(manager, run.id);\n    await this.billing.recordUsage(manager, run.id);',
      },
    ],
    caughtBy: /was charged 2 times/,
  },
  {
    name: 'charged-for-nothing',
    bug: 'A print that was cancelled or failed is charged.',
    edits: [
      {
        file: `${BILLING}/usage/usage.service.ts`,
        from: "run.state !== 'done' || ",
        to: '',
      },
    ],
    caughtBy: /\((cancelled|failed|interrupted)\) was charged 1 times/,
  },
  {
    name: 'never-charged',
    bug: 'A print of which a server died just before is never charged.',
    edits: [
      {
        file: `${LINK}/run-events.ts`,
        from: 'await this.billing.recordUsage(manager, run.id);',
        to: 'if (process.uptime() > 10) await this.billing.recordUsage(manager, run.id);',
      },
    ],
    caughtBy: /was charged 0 times/,
  },
  {
    name: 'only-done-is-booked',
    bug: 'The filament of prints that did not come to their end is not taken off the spool.',
    edits: [
      {
        file: `${LINK}/run-events.ts`,
        from: 'await this.book(manager, run, event.filamentUm);\n    await this.billing',
        to: "if (event.outcome === 'done') await this.book(manager, run, event.filamentUm);\n    await this.billing",
      },
    ],
    caughtBy: /reported \d+ µm and booked 0/,
  },
  {
    name: 'invoice-gap',
    bug: 'Asking for an invoice that was issued before uses up a number.',
    edits: [
      {
        file: `${BILLING}/invoices/issue-invoice.ts`,
        from: 'const earlier = await manager.findOneBy(Invoice, { prestationId });',
        to: `const earlier = await manager.findOneBy(Invoice, { prestationId });
  if (earlier) await takeNumber(manager, clock, 'FA');`,
      },
    ],
    caughtBy: /^invoice FA-\d+-\d+ is left out/,
  },
  {
    name: 'invoice-without-its-last-line',
    bug: 'A third line is on the total of an invoice, and not on the invoice.',
    edits: [
      {
        file: `${BILLING}/invoices/issue-invoice.ts`,
        from: 'lines.map((line) => ({',
        to: 'lines.slice(0, 2).map((line) => ({',
      },
    ],
    caughtBy: /^invoice \S+ is over \d+ cents/,
  },
  {
    name: 'bed-of-a-stopped-print',
    bug: 'After a print that did not come to its end the bed counts as clear.',
    edits: [
      {
        file: `${LINK}/run-events.ts`,
        from: 'if (mayHaveMoved(event))',
        to: "if (event.outcome === 'done')",
      },
    ],
    caughtBy: /began on the uncleared bed/,
  },
  {
    name: 'stale-click-clears',
    bug: 'A click about an earlier part clears the bed under a later one.',
    edits: [
      {
        file: 'apps/server/src/labs/machines.service.ts',
        from: "if (bed === 'occupied' && runId && runId !== bedRunId) throw new Fault('MACHINE.BED_CHANGED');",
        to: 'void runId;',
      },
    ],
    caughtBy: /began on the uncleared bed/,
  },
  {
    name: 'bed-not-asked-for',
    bug: 'Jobs are given to machines whose bed is occupied.',
    edits: [
      {
        file: 'apps/server/src/matching/snapshot.ts',
        from: "bedClear: machine.bed === 'clear',",
        to: 'bedClear: true,',
      },
    ],
    caughtBy: /began on the uncleared bed/,
  },
];
