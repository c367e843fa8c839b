import type { ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { isAllowed } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type LabId, type Language } from '@pandafab/shared';
import { LabDto } from '../../network/labs/labs.dto';
import { LabsService } from '../../network/labs/labs.service';
import { type IdentifiableRequest, IdentityService } from '../../people/accounts/identity.service';
import { NoticesService } from '../../people/notices/notices.service';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { CLOCK } from '../../platform/kit/config';
import { JobListDto } from '../../production/jobs/jobs.dto';
import { JobsService } from '../../production/jobs/jobs.service';
import { MachineListDto } from '../../production/machine-views/machine-views.dto';
import { MachinesWithJobs } from '../../production/machine-views/machines-with-jobs';
import { EventStream } from './event-stream';
import { type Hint, LabHints } from './lab-hints';
import { LabWatch } from './lab-watch';

const MOST_OF_AN_ACCOUNT = 20;
const JOBS_SHOWN = 50;

interface Watcher {
  readonly account: CurrentAccountInfo;
  readonly labId: LabId;
  readonly language: Language;
  readonly request: IdentifiableRequest;
}

interface Watched {
  readonly labId: LabId;
  readonly accountId: AccountId;
}

const isMeant = ({ labId, accountId }: Watched, hint: Hint): boolean =>
  typeof hint === 'object' ? hint.accountId === accountId : hint === 'any' || hint === labId;

/** All live streams that are open in this process. */
@Injectable()
export class LiveService implements OnModuleDestroy {
  private readonly log = new Logger('Live');
  private readonly watches = new Map<LabWatch, Watched>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly labs: LabsService,
    private readonly machines: MachinesWithJobs,
    private readonly jobs: JobsService,
    private readonly identity: IdentityService,
    private readonly notices: NoticesService,
    hints: LabHints,
  ) {
    hints.listen((hinted) => {
      for (const [watch, watched] of this.watches) if (isMeant(watched, hinted)) watch.poke();
    });
  }

  /**
   * @param take called when all checks have passed: gives the response to write to
   * @throws Fault LAB.UNKNOWN, LAB.TOO_MANY_WATCHING {most}
   */
  async watch(watcher: Watcher, take: () => ServerResponse): Promise<void> {
    const { labId, account } = watcher;
    await this.labs.get(labId);
    const mine = [...this.watches.values()].filter(({ accountId }) => accountId === account.accountId);
    if (mine.length >= MOST_OF_AN_ACCOUNT)
      throw new Fault('LAB.TOO_MANY_WATCHING', { most: MOST_OF_AN_ACCOUNT });
    const response = take();
    const watch: LabWatch = new LabWatch({
      clock: this.clock,
      stream: EventStream.open(response, () => watch.poke()),
      look: () => this.lookIfAdmitted(watcher),
      isAdmitted: () => this.isAdmitted(watcher),
      onError: (error) => this.log.warn(`a lab cannot be shown now: ${error.message}`),
    });
    this.watches.set(watch, { labId, accountId: account.accountId });
    response.once('close', () => {
      this.watches.delete(watch);
      watch.end();
    });
  }

  /** The server is about to stop: the browsers reconnect, to another process or to the next one. */
  onModuleDestroy(): void {
    for (const watch of this.watches.keys()) watch.end();
  }

  /** A person who lost access since the last ping must not receive what happened since then. */
  private async lookIfAdmitted(watcher: Watcher) {
    return (await this.isAdmitted(watcher)) ? this.look(watcher) : undefined;
  }

  private async look({ account, labId, language }: Watcher) {
    const query = { labId, limit: JOBS_SHOWN, offset: 0, order: 'latest' as const };
    const [lab, machines, jobs, unread] = await Promise.all([
      this.labs.get(labId),
      this.machines.list(account, labId),
      this.jobs.list(account, query, language),
      this.notices.unread(account.accountId),
    ]);
    // Filtered by the schemas of the API's answers: a field that they leave out is not sent here either.
    return {
      lab: LabDto.schema.parse(lab),
      machines: MachineListDto.schema.parse(machines).items,
      jobs: JobListDto.schema.parse(jobs).items,
      notices: { id: 'own', unread },
    };
  }

  /** Has the token been withdrawn, the session ended or the role removed? The same checks as for a new request. */
  private async isAdmitted({ account, request }: Watcher): Promise<boolean> {
    const now = await this.identity.identify(request).catch(() => undefined);
    if (now?.accountId !== account.accountId || !isAllowed(now, 'machine.read')) return false;
    return isDeepStrictEqual(now, account);
  }
}
