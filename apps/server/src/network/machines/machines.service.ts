import { Injectable } from '@nestjs/common';
import { labTopics } from '@pandafab/lab-link';
import { Fault, type LabId, type MachineId, newId, type RunId } from '@pandafab/shared';
import { type Difference, difference } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso } from '../../platform/http/fields';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Lab } from '../labs/lab.entity';
import { mosquittoHash } from '../link/mosquitto/password';
import { auditMachine, changeMachine } from './change-machine';
import { demandKind } from './demand-kind';
import { findMachine } from './find-machine';
import { Machine } from './machine.entity';
import { MachineAnnouncements } from './machine-announcements';
import { clearBed } from './machine-bed';
import { demandTold, demandUsable, masked, withoutMask } from './machine-credentials';
import { MachineChange, MachineEvent } from './machine-record.entities';
import type { CreateMachineDto, UpdateMachineDto } from './machines.dto';
import { ProfileCatalogue } from './profile-catalogue';

/** The most changes and events of a machine that are shown. */
const MOST_ROWS = 200;

const isBridge = (address: string): boolean => address.startsWith('bridge:');

/** The machines of labs: their descriptions, their records, and the state of their beds. */
@Injectable()
export class MachinesService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileCatalogue,
    private readonly announcements: MachineAnnouncements,
  ) {}

  /**
   * Adds a machine to a lab. For a line bridge it also returns the account at the broker, which is shown only this
   * once.
   * @throws Fault LAB.UNKNOWN, MACHINE.UNKNOWN_PROFILE, MACHINE.UNKNOWN_KIND, MACHINE.CREDENTIALS_UNUSED
   */
  async create(labId: LabId, fields: CreateMachineDto) {
    this.profiles.demand(fields.profileId);
    demandUsable(fields);
    const id = newId<MachineId>();
    const secret = isBridge(fields.address) ? newSecret() : undefined;
    const machine = await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
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
        readyUntil: null,
        retiredAt: null,
        createdAt: now,
      });
      // A copy: TypeORM writes what PostgreSQL returns for columns with a default, as texts, into the object it gets.
      await manager.insert(Machine, { ...made });
      await auditMachine(unit, made, 'machine.made', { after: masked(fields) });
      return made;
    });
    await this.announcements.announce({ labId, hasNewBridge: secret !== undefined });
    const bridge = secret ? { username: `machine/${id}`, secret, topic: labTopics(labId).bridge(id) } : null;
    return { machine, bridge };
  }

  /**
   * Changes its description, and records who did it.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.UNKNOWN_PROFILE, MACHINE.UNKNOWN_KIND, MACHINE.CREDENTIALS_AGAIN,
   * MACHINE.CREDENTIALS_UNUSED
   */
  async update({ accountId }: CurrentAccountInfo, id: MachineId, asked: UpdateMachineDto): Promise<void> {
    const fields = withoutMask(asked);
    if (fields.profileId) this.profiles.demand(fields.profileId);
    const { labId } = await changeMachine(this.unitOfWork, id, async (unit, machine) => {
      const { manager, now } = unit;
      if (fields.kind) await demandKind(manager, fields.kind);
      demandTold(machine, fields);
      const whole = difference(machine, fields);
      if (!whole) return;
      const changed = { before: masked(whole.before), after: masked(whole.after) };
      const changes = changesOf(changed);
      await manager.update(Machine, { id }, fields);
      const change = { id: newId<string>(), machineId: id, accountId, changes, at: now };
      await manager.insert(MachineChange, change as object);
      await auditMachine(unit, machine, 'machine.changed', changed);
    });
    await this.announcements.announce({ labId, hasNewBridge: false });
  }

  /**
   * The changes of its description and who made them, the latest first.
   * @throws Fault MACHINE.UNKNOWN
   */
  async changes(id: MachineId) {
    await findMachine(this.database.manager, id);
    const [changes, total] = await this.database
      .of(MachineChange)
      .findAndCount({ where: { machineId: id }, order: { at: 'DESC', id: 'DESC' }, take: MOST_ROWS });
    return {
      items: changes.map(({ machineId: _its, at, ...change }) => ({ ...change, at: toIso(at) })),
      total,
    };
  }

  /**
   * Heaters in an unknown state and off again, answers, emergency stops: the latest first.
   * @throws Fault MACHINE.UNKNOWN
   */
  async events(id: MachineId) {
    await findMachine(this.database.manager, id);
    const [events, total] = await this.database
      .of(MachineEvent)
      .findAndCount({ where: { machineId: id }, order: { at: 'DESC', id: 'DESC' }, take: MOST_ROWS });
    return { items: events.map(({ machineId: _its, at, ...event }) => ({ ...event, at: toIso(at) })), total };
  }

  /**
   * Records a person's confirmation that the bed is clear. A second call changes nothing.
   * @param runId whose part was removed: a delayed click does not clear the bed of the next run
   * @throws Fault MACHINE.UNKNOWN, MACHINE.BED_CHANGED
   */
  async confirmBedClear(id: MachineId, runId?: RunId): Promise<void> {
    await changeMachine(this.unitOfWork, id, async (unit, machine) => {
      const { bed, bedRunId } = machine;
      if (bed === 'occupied' && runId && runId !== bedRunId) throw new Fault('MACHINE.BED_CHANGED');
      await clearBed(unit, machine);
      await auditMachine(unit, machine, 'machine.bed-cleared', {
        before: { bed, bedRunId },
        after: { bed: 'clear', bedRunId: null },
      });
    });
  }
}

const changesOf = ({ before, after }: Difference): MachineChange['changes'] =>
  Object.fromEntries(Object.entries(after).map(([field, to]) => [field, { from: before[field], to }]));
