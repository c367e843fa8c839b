import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { attentionOf } from '@pandafab/lab-link';
import type { Clock, Instant, LabId } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import { Agent } from '../../network/agents/agent.entity';
import { Lab } from '../../network/labs/lab.entity';
import { LinkService } from '../../network/link/link.service';
import { PresenceBook } from '../../network/link/presence-book';
import { Machine } from '../../network/machines/machine.entity';
import { SERVER_ACTOR } from '../../platform/kit/actor';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { nextWatch, type Patience } from './next-watch';
import { labComputerAway, machineNeedsPerson } from './staff-notices';
import { tellStaff } from './tell-staff';
import { WatchedCondition } from './watched-condition.entity';
import { writeWatchStep } from './write-watch-step';

const MINUTE_MS = 60_000;
/** A lab's computer that restarts is back sooner. */
const AWAY: Patience = { tellAfterMs: 5 * MINUTE_MS, quietMs: 30 * MINUTE_MS };
/** Long enough that a person who stands next to the machine has answered. */
const NEEDS_PERSON: Patience = { tellAfterMs: MINUTE_MS, quietMs: 5 * MINUTE_MS };
/** After a connection to the broker, the labs' computers announce themselves within this time. */
const SETTLED_AFTER_MS = MINUTE_MS;

interface Watched {
  readonly id: string;
  readonly isOn: boolean;
  readonly patience: Patience;
  readonly tell: (unit: Unit) => Promise<void>;
}

/** Looks each minute whether the labs' computers are away, or their machines need a person, and tells the staff. */
@Injectable()
export class LabWatchService implements OnModuleInit {
  private readySince: Instant | undefined;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly link: LinkService,
    private readonly presence: PresenceBook,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'lab-watch', everyMs: MINUTE_MS, run: () => this.look() });
  }

  async look(): Promise<void> {
    if (!this.isSettled()) return;
    // An agent that was never connected, or is revoked, is not missing.
    const agents = await this.read.of(Agent).findBy({ instanceId: Not(IsNull()) });
    const labs = await this.read.of(Lab).findBy({ id: In(agents.map(({ labId }) => labId)) });
    const machines = await this.read.of(Machine).findBy({ retiredAt: IsNull() });
    const watched = [...labs.map((lab) => this.away(lab)), ...machines.map((each) => this.needsPerson(each))];
    const noted = await this.read.of(WatchedCondition).find();
    const known = new Map(noted.map((each) => [each.id, each]));
    for (const each of watched) await this.note(each, known.get(each.id));
  }

  /** Without the broker, all labs seem to be away. */
  private isSettled(): boolean {
    const now = this.clock.now();
    if (!this.link.ready) this.readySince = undefined;
    else this.readySince ??= now;
    return this.readySince !== undefined && now - this.readySince >= SETTLED_AFTER_MS;
  }

  private away({ id: labId, name: lab }: Pick<Lab, 'id' | 'name'>): Watched {
    return {
      id: `lab-away ${labId}`,
      isOn: !this.presence.isOnline(labId),
      patience: AWAY,
      tell: (unit) => tellStaff(unit, labComputerAway, labId as LabId, { labId, lab }),
    };
  }

  private needsPerson({ id: machineId, labId, name: machine }: Machine): Watched {
    const telemetry = this.presence.machine(labId, machineId);
    const attention = telemetry && attentionOf(telemetry);
    return {
      id: `machine-needs ${machineId}`,
      // A pause that a person asked for is no news.
      isOn: attention !== undefined && attention !== null && attention.kind !== 'requested',
      patience: NEEDS_PERSON,
      tell: (unit) => tellStaff(unit, machineNeedsPerson, labId, { machineId, machine }),
    };
  }

  private async note(
    { id, isOn, patience, tell }: Watched,
    known: WatchedCondition | undefined,
  ): Promise<void> {
    const step = nextWatch(known, isOn, this.clock.now(), patience);
    if (step === 'none') return;
    const work = async (unit: Unit) => {
      if (await writeWatchStep(unit, id, step)) await tell(unit);
    };
    await this.unitOfWork.run(work, { by: SERVER_ACTOR });
  }
}
