import { Inject, Injectable } from '@nestjs/common';
import { halfYearOf, type ReportPeriod } from '@pandafab/domain';
import { type Clock, Fault, type LabId } from '@pandafab/shared';
import { parisDay } from '../../money/kit/paris';
import { Lab } from '../../network/labs/lab.entity';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Dashboard } from './dashboard.dto';
import { KeptAnswers } from './kept-answers';
import { type Dashboards, readDashboards } from './read-dashboard';

const SECOND = 1_000;
/** People do not see that figures are half a minute old, and wait for new ones only when they are ten minutes old. */
const TIMES = { freshMs: 30 * SECOND, oldestMs: 600 * SECOND, most: 100 };

/** The figures of the running period. They are computed once for all who look at them, of all labs together. */
@Injectable()
export class DashboardService {
  private readonly kept = new KeptAnswers<Dashboards>(TIMES);

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** @throws Fault LAB.UNKNOWN */
  async read(labId: LabId | null, asked: ReportPeriod | undefined): Promise<Dashboard> {
    const { manager } = this.database;
    if (labId !== null && !(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
    const now = this.clock.now();
    const period = asked ?? halfYearOf(parisDay(now));
    const ask = () => readDashboards(manager, { period, now });
    // A lab is not among the kept answers when it was made after them.
    const found = (await this.kept.get(period, now, ask)).get(labId) ?? (await ask()).get(labId);
    if (!found) throw new Fault('LAB.UNKNOWN');
    return found;
  }
}
