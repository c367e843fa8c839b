import { Inject, Injectable } from '@nestjs/common';
import type { MachineTelemetry } from '@pandafab/lab-link';
import type { Clock, LabId, MachineId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { stopsOnTheirWay } from '../link/emergency-stops';
import type { LinkMessage } from '../link/link-message.entity';
import { PresenceBook } from '../link/presence-book';
import { asksForSpool } from './asks-for-spool';
import { attentionFor } from './attention-for';
import { findMachine } from './find-machine';
import { Machine } from './machine.entity';
import { whereabouts } from './machine-credentials';
import { readerIn } from './reader';

/** Agents from before recognition omit these fields. */
const recognitionOf = ({ recognisedProfileId = null, profileMismatch = false }: MachineTelemetry) => ({
  recognisedProfileId,
  profileMismatch,
});

/** Machines as an account may see them: their rows, their agents' live reports, and stops that have not arrived. */
@Injectable()
export class MachineViews {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly presence: PresenceBook,
  ) {}

  /** @param retired `with`: also the machines that are no longer used */
  async list(account: CurrentAccountInfo, labId: LabId, retired: 'with' | 'without' = 'without') {
    const where = retired === 'with' ? { labId } : { labId, retiredAt: IsNull() };
    const machines = await this.database.of(Machine).find({ where, order: { name: 'ASC' } });
    const stops = await stopsOnTheirWay(this.database.manager, [labId]);
    return machines.map((machine) => this.view(account, machine, stops.get(machine.id)));
  }

  /** @throws Fault MACHINE.UNKNOWN */
  async get(account: CurrentAccountInfo, id: MachineId) {
    const machine = await findMachine(this.database.manager, id);
    const stops = await stopsOnTheirWay(this.database.manager, [machine.labId]);
    return this.view(account, machine, stops.get(id));
  }

  view(account: CurrentAccountInfo, row: Machine, stop?: LinkMessage) {
    const { bridgeSecretHash: _kept, bridgeMosquittoHash: _too, createdAt: _at, ...rest } = row;
    const isReady = row.readyUntil !== null && row.readyUntil > this.clock.now();
    const machine = {
      ...rest,
      ...whereabouts(account, row),
      readyUntil: isReady ? toIsoOrNull(row.readyUntil) : null,
      retiredAt: toIsoOrNull(row.retiredAt),
    };
    const stopOnItsWay = stop ? { since: toIso(stop.createdAt), overdue: stop.overdueAt !== null } : null;
    const telemetry = this.presence.machine(machine.labId, machine.id);
    // The last report from before it was retired is old.
    if (!telemetry || row.retiredAt !== null) return { ...machine, live: null, stopOnItsWay };
    const { state, firmware, readings, heatersUnknown } = telemetry;
    const needsPerson = attentionFor(readerIn(account, machine.labId), telemetry);
    return {
      ...machine,
      stopOnItsWay,
      live: {
        ...{ state, firmware, readings, heatersUnknown, needsPerson },
        isVirtual: telemetry.isVirtual ?? false,
        asksForSpool: telemetry.run !== null && needsPerson !== null && asksForSpool(needsPerson),
        ...recognitionOf(telemetry),
      },
    };
  }
}
