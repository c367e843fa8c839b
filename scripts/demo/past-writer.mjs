import { server } from './built.mjs';

const { newId } = server.library('shared');
const { rank } = server.library('domain');
const { Unit } = server.load('platform/persistence/unit');
const { Batch, Job } = server.load('production/jobs/job.entities');
const { UNTOUCHED } = server.load('production/jobs/queue/job-conditions');
const { Run } = server.load('production/jobs/run.entity');
const { beginRun } = server.load('production/jobs/begin-run');
const { moveJob, moveRun, recordStep } = server.load('production/jobs/transitions');
const { finishedRun } = server.load('production/runs/finished-run');
const { bookRun } = server.load('stock/spools/book-run');
const { MaterialsService } = server.load('stock/spools/materials.service');
const { UsageService } = server.load('money/pricing/usage.service');
const { LinesService } = server.load('money/prestations/lines.service');
const { PrestationsService } = server.load('money/prestations/prestations.service');
const { lockNamed } = server.load('money/prestations/prestation-lines');
const { insertDraft } = server.load('money/documents/drafts.service');
const { issueDocument } = server.load('money/documents/issue-document');
const { DocumentLinks } = server.load('money/chain/document-links');
const { MoneyLinks } = server.load('money/chain/money-links');
const { ResidencyService } = server.load('people/members/residency.service');

const DAY_MS = 24 * 3_600_000;

/** Orders are printed when the lab is closed to the public: in the evening, in UTC. */
const EVENING_MS = 18 * 3_600_000;
/** Nothing is left open: an invoice of the past waits for no print. The server writes the head of the chain later. */
const ISSUING = {
  blockers: { demandNone: async () => undefined },
  chain: new DocumentLinks({ register: () => undefined }, new MoneyLinks({ poke: () => undefined })),
};
/** What a run that failed had done. */
const FAILED_AT = 0.4;
const FAILED_BECAUSE = { code: 'MACHINE.NO_ANSWER', details: { seconds: 30 } };

/** @param {number[]} lengths @param {number} share */
const partOf = (lengths, share) => lengths.map((length) => Math.round(length * share));

/** Writes prints, spools, orders and proofs of residence of the past, each at its own time. */
export class Past {
  /**
   * @param {any} manager of the transaction
   * @param {Map<string, string>} accounts by member
   * @param {any} plan what `seedPast` prepared
   */
  constructor(manager, accounts, plan) {
    this.plan = plan;
    this.manager = manager;
    this.accounts = accounts;
    this.usage = new UsageService({ now: () => plan.now }, undefined);
    /** The spool on each machine, by the machine's key. */
    this.loaded = new Map();
  }

  /** @param {number} at @param {{ kind: string, id: string | null }} by */
  unit(at, by) {
    return new Unit(this.manager, Math.round(at), () => by);
  }

  byAccount = (memberId) => ({ kind: 'account', id: this.accounts.get(memberId) ?? null });
  byAgent = (machine) => ({ kind: 'agent', id: this.plan.labs[machine.lab].agentId });
  byServer = { kind: 'server', id: null };

  within = (time, by) => ({ run: (work) => work(this.unit(time, by)) });

  /** A spool as it was received; `usedGrams` were printed before anybody kept a ledger, which a scale told. */
  async receive({ labId, filamentId, label, usedGrams }, at) {
    const by = this.byAccount(this.plan.people.sacha);
    const reads = { manager: this.manager, of: (entity) => this.manager.getRepository(entity) };
    const materials = new MaterialsService(reads, this.within(at, by));
    const staff = { accountId: by.id, memberId: this.plan.people.sacha };
    const { id } = await materials.createSpool(staff, labId, { filamentId, label, netGrams: 1000 });
    if (usedGrams) await materials.correct(staff, id, { grams: -usedGrams, note: 'Pesée' });
    return id;
  }

  /** A job that waits, as it was submitted. */
  async submit({ file, memberId, submittedAt, prestationId = null }, { labId }) {
    const by = this.byAccount(this.accounts.has(memberId) ? memberId : this.plan.people.sacha);
    const at = Math.round(submittedAt);
    const unit = this.unit(at, by);
    const batchId = newId();
    await this.manager.insert(Batch, {
      id: batchId,
      memberId,
      submittedBy: by.id,
      quantity: 1,
      createdAt: at,
    });
    const id = newId();
    const job = this.manager.create(Job, {
      ...UNTOUCHED,
      ...{ id, batchId, memberId, labId, prestationId, groupId: null, material: file.material },
      ...{
        insteadOf: null,
        fileSha256: file.sha256,
        fileName: file.fileName,
        state: 'queued',
        refusal: null,
      },
      ...{ rank: rank({ id, submittedAt: at }), redoOf: null, createdAt: at, changedAt: at },
    });
    await this.manager.insert(Job, job);
    const step = { from: null, to: 'queued', event: 'submitted' };
    await recordStep(unit, { jobId: id, runId: null, labId }, step);
    return job;
  }

  /** Its run from the assignment to its end, with everything that follows from it. */
  async print(print) {
    const { file, machine: key, startedAt, endedAt, outcome } = print;
    const machine = this.plan.machines[key];
    const job = await this.submit(print, machine);
    const { id: jobId, labId } = job;
    const start = this.unit(startedAt, this.byAgent(machine));
    await moveJob(this.unit(startedAt, this.byServer), job, { type: 'assigned' });
    const assigned = {
      jobId,
      labId,
      machineId: machine.id,
      spools: [this.loaded.get(key)],
      assignedAt: start.now,
    };
    const runId = await beginRun(this.unit(startedAt, this.byServer), assigned);
    await this.moveRun(start, runId, { type: 'accepted' });
    await this.moveRun(start, runId, { type: 'started' }, { startedAt: start.now });
    await this.end({ jobId, runId, file, outcome }, this.unit(endedAt, this.byAgent(machine)));
  }

  async end({ jobId, runId, file, outcome }, unit) {
    const share = outcome === 'done' ? 1 : FAILED_AT;
    const lines = Math.round(file.lines * share);
    const cause = outcome === 'done' ? null : FAILED_BECAUSE;
    const figures = {
      ...{ linesSent: lines, linesAcknowledged: lines, resends: 0, seconds: file.seconds * share },
      ...{ filamentUm: partOf(file.filamentUm, share), exact: true, commandsSha256: null, stripped: null },
    };
    await this.moveRun(unit, runId, { type: 'ended', outcome }, { ...figures, cause, endedAt: unit.now });
    const job = await this.manager.findOneByOrFail(Job, { id: jobId });
    await moveJob(unit, job, { type: 'ended', outcome });
    const run = await this.manager.findOneByOrFail(Run, { id: runId });
    const finished = finishedRun(run, job, { ...figures, outcome, endedAt: unit.now });
    await bookRun(unit, finished);
    await this.usage.recordUsage(unit, finished);
    // No person decides any more about what failed long ago.
    const staff = this.unit(unit.now, this.byAccount(this.plan.people.sacha));
    if (outcome !== 'done') await moveJob(staff, { ...job, state: 'stopped' }, { type: 'cancelled' });
  }

  async moveRun(unit, id, event, changes = {}) {
    const run = await this.manager.findOneByOrFail(Run, { id });
    await moveRun(unit, run, event, changes);
  }

  /** A client's order, with a print and what else was done, and its invoice. */
  async order({ organisationId, title, daysAgo, line, file, machine }) {
    const { now } = this.plan;
    const at = now - (now % DAY_MS) - daysAgo * DAY_MS;
    const by = this.byAccount(this.plan.people.ines);
    const opened = new PrestationsService(undefined, undefined, this.within(at, by));
    const { id: prestationId } = await opened.create(by.id, { organisationId, title });
    const startedAt = at + EVENING_MS;
    const endedAt = startedAt + file.seconds * 1000;
    const times = { submittedAt: at, startedAt, endedAt, outcome: 'done' };
    await this.print({ file, machine, memberId: this.plan.people.ines, prestationId, ...times });
    await new LinesService(this.within(endedAt, by)).add(prestationId, line);
    const issuing = this.unit(endedAt + DAY_MS, by);
    const prestation = await lockNamed(issuing, prestationId);
    const draft = await insertDraft(issuing, by.id, prestation, { kind: 'invoice', request: {} });
    await issueDocument(issuing, ISSUING, by.id, prestation, draft);
  }

  /** A member whose proof of residence was valid for a year, and is so no longer. */
  async letExpire({ memberId, daysAgo }) {
    const until = this.plan.now - daysAgo * DAY_MS;
    const verified = until - 365 * DAY_MS;
    const by = this.byAccount(this.plan.people.sacha);
    const residency = new ResidencyService(undefined, undefined);
    await residency.addVerification(this.unit(verified, by), memberId, Math.round(until), by.id);
  }
}
