import type { Plant } from './plant';

const SERVER = 'apps/server/src';

/** Bugs of the server. */
export const serverPlants: readonly Plant[] = [
  {
    name: 'applied-before-commit',
    bug: 'An event is acknowledged before it is committed.',
    edits: [
      {
        file: `${SERVER}/network/agents/event-receiver.ts`,
        from: 'const { epoch, sequence } = body;',
        to: "const { epoch, sequence } = body;\n    this.sender.say(labId, 'applied', { epoch, sequence });",
      },
    ],
    caughtBy: /events written, \d+ applied|is held|is stuck|waits with idle machines:/,
  },
  {
    name: 'no-match-after-bed-clear',
    bug: 'A machine whose bed was cleared gets no job: jobs wait while machines are idle.',
    edits: [
      {
        file: `${SERVER}/network/machines/change-machine.ts`,
        from: 'await work(unit, machine);\n    await requestMatching(unit, machine.labId);',
        to: 'await work(unit, machine);',
      },
    ],
    caughtBy: /waits with idle machines:|to begin once the bed of/,
  },
  {
    name: 'holds-nothing',
    bug: 'A job that a person holds begins all the same.',
    edits: [
      {
        file: 'libs/domain/src/job-conditions.ts',
        from: "held ? [{ code: 'HELD', ...held }] : []",
        to: 'held ? [] : []',
      },
    ],
    caughtBy: /was held, and its print on/,
  },
  {
    name: 'savepoint',
    bug: 'After a full disk, the writes of SQLite’s one connection are in a savepoint that is never committed.',
    edits: [
      {
        file: `${SERVER}/platform/persistence/write-connection.ts`,
        from: 'if (this.condemned || (isSqlite(writer) && !isFree())) await this.reopen();',
        to: 'void isFree;',
      },
      {
        file: `${SERVER}/platform/persistence/write-connection.ts`,
        from: 'if (depthOf(runner) !== 1) throw',
        to: 'if (depthOf(runner) < 1) throw',
      },
    ],
    caughtBy: /is gone|is stuck|events written|is not ready|waits with idle machines:/,
    database: 'sqlite',
  },
  {
    name: 'answered-before-commit',
    bug: 'A write is answered before it is committed.',
    edits: [
      {
        file: `${SERVER}/platform/persistence/unit-of-work.ts`,
        from: 'await this.commit(runner);',
        // Not while the city starts, and not writes that labs wait for: these would be noticed immediately.
        to: `const units = globalThis as { units?: number };
      units.units = (units.units ?? 0) + 1;
      if (units.units < 200 || touched.size > 0) await this.commit(runner);
      else setTimeout(() => void this.commit(runner).catch(() => undefined), 200);`,
      },
    ],
    caughtBy: /is gone|events written|is stuck|waits with idle machines:/,
    database: 'postgres',
  },
  {
    name: 'outbox-trusts-the-broker',
    bug: 'A message to an agent counts as received when the broker has it.',
    edits: [
      {
        file: `${SERVER}/network/link/waiting-messages.ts`,
        from: 'this.sentAt.set(id, this.clock.monotonic());',
        to: `await this.unitOfWork.run(({ manager, now }) =>
        manager.update(LinkMessage, { id }, { acknowledgedAt: now }),
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
        file: `${SERVER}/platform/queues/queues.service.ts`,
        from: 'if (this.mustRebuild || (await this.producer.exists(BUILT_KEY)) === 0) await this.rebuild();',
        to: 'void BUILT_KEY;',
      },
    ],
    caughtBy: /is stuck|waits with idle machines:/,
  },
  {
    name: 'charged-twice',
    bug: 'A finished print is charged twice.',
    edits: [
      {
        file: `${SERVER}/app/migrations/billing.migration.ts`,
        from: 'CREATE UNIQUE INDEX usage_records_run ON',
        to: 'CREATE INDEX usage_records_run ON',
      },
      {
        file: `${SERVER}/money/pricing/usage.service.ts`,
        from: ' || (await manager.existsBy(UsageRecord, { runId }))) return null;',
        to: ') return null;',
      },
      {
        file: `${SERVER}/production/runs/run-end.ts`,
        from: 'await this.billing.recordUsage(unit, finished);',
        to: 'await this.billing.recordUsage(unit, finished);\n    await this.billing.recordUsage(unit, finished);',
      },
    ],
    caughtBy: /was charged 2 times/,
  },
  {
    name: 'charged-for-nothing',
    bug: 'A print that was cancelled or failed is charged.',
    edits: [
      {
        file: `${SERVER}/money/member-accounts/settle-run.service.ts`,
        from: "if (run.outcome === 'done') return 'all';",
        to: "if (run.outcome) return 'all';",
      },
    ],
    caughtBy: /\((cancelled|failed|interrupted)\) was charged 1 times/,
  },
  {
    name: 'never-charged',
    bug: 'A print whose end a server did not finish, because it died, is never charged.',
    edits: [
      {
        file: `${SERVER}/production/runs/run-end.ts`,
        from: 'await this.billing.recordUsage(unit, finished);',
        to: 'if (process.uptime() > 10) await this.billing.recordUsage(unit, finished);',
      },
    ],
    caughtBy: /was charged 0 times/,
  },
  {
    name: 'only-done-is-booked',
    bug: 'The filament of prints that did not finish is not taken off the spool.',
    edits: [
      {
        file: `${SERVER}/production/runs/run-end.ts`,
        from: 'await bookRun(unit, finished);',
        to: "finished.outcome === 'done' ? await bookRun(unit, finished) : [];",
      },
    ],
    caughtBy: /reported \d+ µm and booked 0/,
  },
  {
    name: 'invoice-gap',
    bug: 'Asking for an invoice that was issued before uses up a number.',
    edits: [
      {
        file: `${SERVER}/money/documents/issue.service.ts`,
        from: 'if (document.number !== null) return demandIssued(document);',
        to: `if (document.number !== null) {
        const counter = 'UPDATE document_counters SET "lastNumber" = "lastNumber" + 1';
        await unit.manager.query(\`\${counter} WHERE prefix = 'FA'\`);
        return demandIssued(document);
      }`,
      },
    ],
    caughtBy: /^invoice FA-\d+-\d+ is left out/,
  },
  {
    name: 'invoice-without-its-last-line',
    bug: 'A third line is in the total of an invoice, but not on the invoice.',
    edits: [
      {
        file: `${SERVER}/money/documents/issue-document.ts`,
        from: 'const issued = await freeze(unit, by, draft, composed.content);',
        to: `const { content } = composed;
  const shown = { ...content, lines: content.lines.slice(0, 2) };
  const issued = await freeze(unit, by, draft, shown);`,
      },
    ],
    caughtBy: /^invoice \S+ is over \d+ cents/,
  },
  {
    name: 'bed-of-a-stopped-print',
    bug: 'After a print that did not finish, the bed counts as clear.',
    edits: [
      {
        file: `${SERVER}/production/runs/run-end.ts`,
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
        file: `${SERVER}/network/machines/machines.service.ts`,
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
        file: `${SERVER}/production/matching/snapshot.ts`,
        from: "bedClear: machine.bed === 'clear',",
        to: 'bedClear: true,',
      },
    ],
    caughtBy: /began on the uncleared bed/,
  },
];
