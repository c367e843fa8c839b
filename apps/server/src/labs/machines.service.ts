import { Inject, Injectable } from '@nestjs/common';
import { isAllowedIn } from '@pandafab/domain';
import { attentionOf, labTopics, type MachineTelemetry } from '@pandafab/lab-link';
import {
  type Clock,
  Fault,
  type LabId,
  type MachineId,
  newId,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { readerIn } from '../accounts/reader';
import { hashSecret, newSecret } from '../accounts/secrets';
import { toIso } from '../api/fields';
import { type AuditNote, audit, type Difference, difference } from '../audit/audit';
import type { AuditAction } from '../audit/audit-words';
import { CLOCK } from '../config';
import { ProfileCatalogue } from '../guard/profile-catalogue';
import { demandKind } from '../inductions/demand-kind';
import { BrokerAccess } from '../link/broker-access';
import { stopsOnTheirWay } from '../link/emergency-stops';
import { LinkMessage } from '../link/link-message.entity';
import { queueCommand } from '../link/link-outbox';
import { LinkSender } from '../link/link-sender';
import { mosquittoHash } from '../link/mosquitto/password';
import { PresenceBook } from '../link/presence-book';
import { type NextJob, NextJobs } from '../matching/next-jobs';
import { raiseMatch } from '../matching/raise-match';
import { asksForSpool } from '../materials/asks-for-spool';
import { SpoolLoading } from '../materials/spool-loading';
import { ReadDatabase } from '../persistence/read-database';
import { touch, UnitOfWork } from '../persistence/unit-of-work';
import { attentionFor } from './attention-for';
import { Lab } from './lab.entity';
import type { AnswerDto, CreateMachineDto, UpdateMachineDto } from './labs.dto';
import { Machine } from './machine.entity';
import { demandTold, demandUsable, masked, whereabouts, withoutMask } from './machine-credentials';
import { recordMachineEvent } from './machine-events';
import { MachineChange, MachineEvent } from './machine-record.entities';

/** As many changes and events of a machine as are shown. */
const MOST_ROWS = 200;

const isBridge = (address: string): boolean => address.startsWith('bridge:');

/** Agents from before recognition leave it out. */
const recognitionOf = ({ recognisedProfileId = null, profileMismatch = false }: MachineTelemetry) => ({
  recognisedProfileId,
  profileMismatch,
});

@Injectable()
export class MachinesService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
    private readonly sender: LinkSender,
    private readonly access: BrokerAccess,
    private readonly profiles: ProfileCatalogue,
    private readonly nextJobs: NextJobs,
    private readonly spools: SpoolLoading,
  ) {}

  async list(account: CurrentAccountInfo, labId: LabId) {
    const machines = await this.database.of(Machine).find({ where: { labId }, order: { name: 'ASC' } });
    const stops = await stopsOnTheirWay(this.database.manager, [labId]);
    const next = await this.nextIn(account, labId);
    const items = machines.map((machine) => {
      const nextJob = next.get(machine.id) ?? null;
      return { ...this.view(account, machine, stops.get(machine.id)), nextJob };
    });
    return { items, total: machines.length };
  }

  /** @throws Fault MACHINE.UNKNOWN */
  async get(account: CurrentAccountInfo, id: MachineId) {
    const machine = await this.database.of(Machine).findOneBy({ id });
    if (!machine) throw new Fault('MACHINE.UNKNOWN');
    const stops = await stopsOnTheirWay(this.database.manager, [machine.labId]);
    const nextJob = (await this.nextIn(account, machine.labId)).get(id) ?? null;
    return { ...this.view(account, machine, stops.get(id)), nextJob };
  }

  /** What the machines of a lab are given next, for whoever may see all of its jobs. */
  private async nextIn(account: CurrentAccountInfo, labId: LabId): Promise<ReadonlyMap<MachineId, NextJob>> {
    return isAllowedIn(account, 'job.read-any', labId) ? this.nextJobs.of(labId) : new Map();
  }

  /** @throws Fault LAB.UNKNOWN, MACHINE.UNKNOWN_PROFILE, MACHINE.UNKNOWN_KIND, MACHINE.CREDENTIALS_UNUSED */
  async create(account: CurrentAccountInfo, labId: LabId, fields: CreateMachineDto) {
    this.profiles.demand(fields.profileId);
    demandUsable(fields);
    const id = newId<MachineId>();
    const secret = isBridge(fields.address) ? newSecret() : undefined;
    const machine = await this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await demandKind(manager, fields.kind);
      const made = manager.create(Machine, {
        ...fields,
        id,
        labId,
        bridgeSecretHash: secret ? hashSecret(secret) : null,
        bridgeMosquittoHash: secret ? mosquittoHash(secret) : null,
        spoolId: null,
        bed: 'clear',
        bedRunId: null,
        inMaintenance: false,
        createdAt: this.clock.now(),
      });
      await manager.insert(Machine, made);
      await this.note(manager, made, 'machine.made', { after: masked(fields) });
      return made;
    });
    if (secret) this.access.changed();
    await this.sender.tellMachines(labId);
    const bridge = secret ? { username: `machine/${id}`, secret, topic: labTopics(labId).bridge(id) } : null;
    return { ...this.view(account, machine), nextJob: null, bridge };
  }

  /**
   * Changes its description, and notes who did it.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.UNKNOWN_PROFILE, MACHINE.UNKNOWN_KIND, MACHINE.CREDENTIALS_AGAIN,
   * MACHINE.CREDENTIALS_UNUSED
   */
  async update(account: CurrentAccountInfo, id: MachineId, wished: UpdateMachineDto) {
    const { accountId } = account;
    const fields = withoutMask(wished);
    if (fields.profileId) this.profiles.demand(fields.profileId);
    const { labId } = await this.change(id, async (manager, machine) => {
      if (fields.kind) await demandKind(manager, fields.kind);
      demandTold(machine, fields);
      const whole = difference(machine, fields);
      if (!whole) return;
      const changed = { before: masked(whole.before), after: masked(whole.after) };
      const changes = changesOf(changed);
      await manager.update(Machine, { id }, fields);
      const change = { id: newId<string>(), machineId: id, accountId, changes, at: this.clock.now() };
      await manager.insert(MachineChange, change as object);
      await this.note(manager, machine, 'machine.changed', changed);
    });
    await this.sender.tellMachines(labId);
    return this.get(account, id);
  }

  /**
   * Who changed what of its description, the latest first.
   * @throws Fault MACHINE.UNKNOWN
   */
  async changes(id: MachineId) {
    await find(this.database.manager, id);
    const [changes, total] = await this.database
      .of(MachineChange)
      .findAndCount({ where: { machineId: id }, order: { at: 'DESC', id: 'DESC' }, take: MOST_ROWS });
    return {
      items: changes.map(({ machineId: _its, at, ...change }) => ({ ...change, at: toIso(at) })),
      total,
    };
  }

  /**
   * Heaters in doubt and off again, answers, emergency stops: the latest first.
   * @throws Fault MACHINE.UNKNOWN
   */
  async events(id: MachineId) {
    await find(this.database.manager, id);
    const [events, total] = await this.database
      .of(MachineEvent)
      .findAndCount({ where: { machineId: id }, order: { at: 'DESC', id: 'DESC' }, take: MOST_ROWS });
    return { items: events.map(({ machineId: _its, at, ...event }) => ({ ...event, at: toIso(at) })), total };
  }

  /**
   * A person has looked: the bed is clear. Saying so twice changes nothing.
   * @param runId whose part was taken off: a click that was long under way does not clear the next one's bed
   * @throws Fault MACHINE.UNKNOWN, MACHINE.BED_CHANGED
   */
  async confirmBedClear(account: CurrentAccountInfo, id: MachineId, runId?: RunId) {
    await this.change(id, async (manager, machine) => {
      const { bed, bedRunId } = machine;
      if (bed === 'occupied' && runId && runId !== bedRunId) throw new Fault('MACHINE.BED_CHANGED');
      await manager.update(Machine, { id }, { bed: 'clear', bedRunId: null });
      await this.note(manager, machine, 'machine.bed-cleared', {
        before: { bed, bedRunId },
        after: { bed: 'clear', bedRunId: null },
      });
    });
    return this.get(account, id);
  }

  /**
   * Says which spool is on from now on: what a run under way uses is booked on it from here.
   * @throws Fault MACHINE.UNKNOWN; MATERIAL.SPOOL_UNKNOWN, MATERIAL.SPOOL_IN_USE, MACHINE.RUN_UNSEEN
   */
  async loadSpool(account: CurrentAccountInfo, id: MachineId, spoolId: SpoolId | null) {
    const { accountId } = account;
    await this.change(id, (manager, machine) => this.spools.load(manager, { accountId, machine, spoolId }));
    return this.get(account, id);
  }

  /**
   * Stops the machine at once, whatever it does; it answers again only after a person has reset it. A stop that does not
   * arrive is kept until it does, or until somebody withdraws it; of a lab that is offline the caller is told so.
   * @throws Fault MACHINE.UNKNOWN, LAB.AGENT_OFFLINE
   */
  async emergencyStop({ accountId }: CurrentAccountInfo, id: MachineId): Promise<void> {
    const { labId } = await this.unitOfWork.run(async (manager) => {
      const machine = await find(manager, id);
      // One is enough, however often it is asked for: each would stop the machine again after its reset.
      if (!(await stopsOnTheirWay(manager, [machine.labId])).has(id))
        await queueCommand(manager, this.clock, machine.labId, { action: 'emergency-stop', machineId: id });
      await this.note(manager, machine, 'machine.stopped');
      await recordMachineEvent(manager, {
        machineId: id,
        type: 'emergency-stop',
        accountId,
        at: this.clock.now(),
      });
      touch(manager, machine.labId);
      return machine;
    });
    this.presence.demandOnline(labId);
  }

  /**
   * Takes back a stop that has not arrived; one that has is done. Saying so twice changes nothing.
   * @throws Fault MACHINE.UNKNOWN
   */
  async withdrawStop({ accountId }: CurrentAccountInfo, id: MachineId): Promise<void> {
    await this.change(id, async (manager, machine) => {
      const stop = (await stopsOnTheirWay(manager, [machine.labId])).get(id);
      if (!stop) return;
      await manager.delete(LinkMessage, { id: stop.id });
      await this.note(manager, machine, 'machine.stop-withdrawn');
      const type = 'emergency-stop-withdrawn';
      await recordMachineEvent(manager, { machineId: id, type, accountId, at: this.clock.now() });
    });
  }

  /**
   * Connects again, after a person has seen to the machine.
   * @throws Fault MACHINE.UNKNOWN, LAB.AGENT_OFFLINE
   */
  async reconnect(id: MachineId): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const machine = await find(manager, id);
      this.presence.demandOnline(machine.labId);
      await queueCommand(manager, this.clock, machine.labId, { action: 'reconnect', machineId: id });
      await this.note(manager, machine, 'machine.reconnect-wished');
    });
  }

  /**
   * Switches a virtual machine off and on. A real one has a switch of its own, which nobody reaches from here.
   * @throws Fault MACHINE.UNKNOWN, LAB.AGENT_OFFLINE, MACHINE.NOT_VIRTUAL
   */
  async powerCycle(id: MachineId): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const machine = await find(manager, id);
      const { labId } = machine;
      this.presence.demandOnline(labId);
      if (!this.presence.machine(labId, id)?.isVirtual) throw new Fault('MACHINE.NOT_VIRTUAL');
      await queueCommand(manager, this.clock, labId, { action: 'power-cycle', machineId: id });
      await this.note(manager, machine, 'machine.power-cycled');
    });
  }

  /**
   * Presses a button of what the machine asked. What it asks by now the agent knows best: it looks again.
   * @throws Fault MACHINE.UNKNOWN, LAB.AGENT_OFFLINE, MACHINE.QUESTION_CHANGED, MACHINE.ASKS_NOTHING {button},
   * MACHINE.SPOOL_UNSAID and what loading a spool throws
   */
  async answer(
    { accountId }: CurrentAccountInfo,
    id: MachineId,
    { request, button, spoolId }: AnswerDto,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const machine = await find(manager, id);
      const { labId } = machine;
      this.presence.demandOnline(labId);
      const telemetry = this.presence.machine(labId, id);
      const asked = telemetry && attentionOf(telemetry);
      if (asked && asked.id !== request) throw new Fault('MACHINE.QUESTION_CHANGED');
      const pressed = asked?.buttons[button];
      if (!asked || pressed === undefined) throw new Fault('MACHINE.ASKS_NOTHING', { button });
      await this.spools.beforeGoingOn(manager, { accountId, machine }, spoolId);
      await queueCommand(manager, this.clock, labId, { action: 'answer', machineId: id, request, button });
      const details = { question: asked.message || asked.kind, button: pressed };
      await this.note(manager, machine, 'machine.answered', { after: details });
      await recordMachineEvent(manager, {
        machineId: id,
        type: 'answered',
        accountId,
        details,
        at: this.clock.now(),
      });
    });
  }

  private change(
    id: MachineId,
    work: (manager: EntityManager, machine: Machine) => Promise<unknown>,
  ): Promise<Machine> {
    return this.unitOfWork.run(async (manager) => {
      const machine = await find(manager, id);
      await work(manager, machine);
      await raiseMatch(manager, this.clock, machine.labId);
      return machine;
    });
  }

  private note(
    manager: EntityManager,
    { id, labId }: Machine,
    action: Extract<AuditAction, `machine.${string}`>,
    values: Pick<AuditNote, 'before' | 'after'> = {},
  ): Promise<void> {
    const subject = ['machine', id] as const;
    return audit(manager, this.clock, { action, subject, labId, ...values });
  }

  private view(account: CurrentAccountInfo, row: Machine, stop?: LinkMessage) {
    const { bridgeSecretHash: _kept, bridgeMosquittoHash: _too, createdAt: _at, ...rest } = row;
    const machine = { ...rest, ...whereabouts(account, row) };
    const stopOnItsWay = stop ? { since: toIso(stop.createdAt), overdue: stop.overdueAt !== null } : null;
    const telemetry = this.presence.machine(machine.labId, machine.id);
    if (!telemetry) return { ...machine, live: null, stopOnItsWay };
    const { connection, firmware, nozzle, bed, heatersUnknown } = telemetry;
    const needsPerson = attentionFor(readerIn(account, machine.labId), telemetry);
    return {
      ...machine,
      stopOnItsWay,
      live: {
        ...{ connection, firmware, nozzle, bed, heatersUnknown, needsPerson },
        isVirtual: telemetry.isVirtual ?? false,
        asksForSpool: telemetry.run !== null && needsPerson !== null && asksForSpool(needsPerson),
        ...recognitionOf(telemetry),
      },
    };
  }
}

const changesOf = ({ before, after }: Difference): MachineChange['changes'] =>
  Object.fromEntries(Object.entries(after).map(([field, to]) => [field, { from: before[field], to }]));

async function find(manager: EntityManager, id: MachineId): Promise<Machine> {
  const machine = await manager.findOneBy(Machine, { id });
  if (!machine) throw new Fault('MACHINE.UNKNOWN');
  return machine;
}
