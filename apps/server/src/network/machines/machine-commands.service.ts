import { Injectable } from '@nestjs/common';
import { attentionOf } from '@pandafab/lab-link';
import { Fault, type MachineId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { stopsOnTheirWay, withdrawStop } from '../link/emergency-stops';
import { sendToLab } from '../link/link-outbox';
import { PresenceBook } from '../link/presence-book';
import { auditMachine, changeMachine } from './change-machine';
import { findMachine } from './find-machine';
import type { Machine } from './machine.entity';
import { recordMachineEvent } from './machine-events';
import { findMachineInService } from './machine-retirement';

/** A button that a person presses to answer a machine's question. */
interface Answer {
  /** The id of the question. */
  readonly request: number;
  /** Its position among the buttons. */
  readonly button: number;
  /** Work that must succeed in the same unit of work, or else the answer is not sent: recording which spool is on. */
  readonly before: (unit: Unit, machine: Machine) => Promise<void>;
}

/** Commands that people send to a machine for immediate execution. */
@Injectable()
export class MachineCommandsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
  ) {}

  /**
   * Stops the machine immediately, whatever it is doing; it answers again only after a person has reset it. A stop
   * that cannot be delivered is kept until it arrives, or until a person withdraws it. If the lab is offline, the
   * caller gets the fault below.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.RETIRED, LAB.AGENT_OFFLINE
   */
  async emergencyStop(id: MachineId): Promise<void> {
    const { labId } = await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const machine = await findMachineInService(manager, id);
      // One waiting stop is enough, however often it is requested: each would stop the machine again after its reset.
      if (!(await stopsOnTheirWay(manager, [machine.labId])).has(id))
        await sendToLab(unit, machine.labId, {
          kind: 'command',
          body: { action: 'emergency-stop', machineId: id },
        });
      await auditMachine(unit, machine, 'machine.stopped');
      await recordMachineEvent(unit, { machineId: id, type: 'emergency-stop' });
      unit.touch(machine.labId);
      return machine;
    });
    this.presence.demandOnline(labId);
  }

  /**
   * Withdraws a stop that has not arrived; a stop that has arrived cannot be withdrawn. A second call changes
   * nothing.
   * @throws Fault MACHINE.UNKNOWN
   */
  async withdrawStop(id: MachineId): Promise<void> {
    await changeMachine(this.unitOfWork, id, async (unit, machine) => {
      const { manager } = unit;
      const stop = (await stopsOnTheirWay(manager, [machine.labId])).get(id);
      if (!stop) return;
      await withdrawStop(unit, stop.id);
      await auditMachine(unit, machine, 'machine.stop-withdrawn');
      await recordMachineEvent(unit, { machineId: id, type: 'emergency-stop-withdrawn' });
    });
  }

  /**
   * Connects to the machine again, after a person has attended to it.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.RETIRED, LAB.AGENT_OFFLINE
   */
  async reconnect(id: MachineId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const machine = await findMachineInService(unit.manager, id);
      this.presence.demandOnline(machine.labId);
      await sendToLab(unit, machine.labId, { kind: 'command', body: { action: 'reconnect', machineId: id } });
      await auditMachine(unit, machine, 'machine.reconnect-requested');
    });
  }

  /**
   * Switches a virtual machine off and on. A real machine has its own switch, which the server cannot reach.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.RETIRED, LAB.AGENT_OFFLINE, MACHINE.NOT_VIRTUAL
   */
  async powerCycle(id: MachineId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const machine = await findMachineInService(unit.manager, id);
      const { labId } = machine;
      this.presence.demandOnline(labId);
      if (!this.presence.machine(labId, id)?.isVirtual) throw new Fault('MACHINE.NOT_VIRTUAL');
      await sendToLab(unit, labId, { kind: 'command', body: { action: 'power-cycle', machineId: id } });
      await auditMachine(unit, machine, 'machine.power-cycled');
    });
  }

  /**
   * Presses a button to answer the machine's question. The agent checks that the machine still asks the same
   * question.
   * @throws Fault MACHINE.UNKNOWN, LAB.AGENT_OFFLINE, MACHINE.QUESTION_CHANGED, MACHINE.ASKS_NOTHING {button}, and
   * the faults of `before`
   */
  async answer(id: MachineId, { request, button, before }: Answer): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const machine = await findMachine(manager, id);
      const { labId } = machine;
      this.presence.demandOnline(labId);
      const telemetry = this.presence.machine(labId, id);
      const asked = telemetry && attentionOf(telemetry);
      if (asked && asked.id !== request) throw new Fault('MACHINE.QUESTION_CHANGED');
      const pressed = asked?.buttons[button];
      if (!asked || pressed === undefined) throw new Fault('MACHINE.ASKS_NOTHING', { button });
      await before(unit, machine);
      await sendToLab(unit, labId, {
        kind: 'command',
        body: { action: 'answer', machineId: id, request, button },
      });
      const details = { question: asked.message || asked.kind, button: pressed };
      await auditMachine(unit, machine, 'machine.answered', { after: details });
      await recordMachineEvent(unit, { machineId: id, type: 'answered', details });
    });
  }
}
