import type { ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { isAllowed } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type LabId, type Language } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../accounts/access';
import { type IdentifiableRequest, IdentityService } from '../accounts/identity.service';
import { CLOCK } from '../config';
import { JobListDto } from '../jobs/jobs.dto';
import { JobsService } from '../jobs/jobs.service';
import { LabDto, MachineListDto } from '../labs/labs.dto';
import { LabsService } from '../labs/labs.service';
import { MachinesService } from '../labs/machines.service';
import { EventStream } from './event-stream';
import { LabHints } from './lab-hints';
import { LabWatch } from './lab-watch';

const MOST_OF_AN_ACCOUNT = 20;
const JOBS_SHOWN = 50;

interface Watcher {
  readonly account: CurrentAccountInfo;
  readonly labId: LabId;
  readonly language: Language;
  readonly request: IdentifiableRequest;
}

/** Everybody who watches a lab live. */
@Injectable()
export class LiveService implements OnModuleDestroy {
  private readonly log = new Logger('Live');
  private readonly watches = new Map<LabWatch, { readonly labId: LabId; readonly accountId: AccountId }>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly labs: LabsService,
    private readonly machines: MachinesService,
    private readonly jobs: JobsService,
    private readonly identity: IdentityService,
    hints: LabHints,
  ) {
    hints.listen((hinted) => {
      for (const [watch, { labId }] of this.watches) if (hinted === 'any' || hinted === labId) watch.poke();
    });
  }

  /**
   * @param take called when nothing stands in the way any more: gives the response to write to
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

  /** The server is about to stop: whoever watches comes again, to another process or to the next one. */
  onModuleDestroy(): void {
    for (const watch of this.watches.keys()) watch.end();
  }

  /** What happened since the last ping must not be told to whoever lost the right to it meanwhile. */
  private async lookIfAdmitted(watcher: Watcher) {
    return (await this.isAdmitted(watcher)) ? this.look(watcher) : undefined;
  }

  private async look({ account, labId, language }: Watcher) {
    const query = { labId, limit: JOBS_SHOWN, offset: 0 };
    const [lab, machines, jobs] = await Promise.all([
      this.labs.get(labId),
      this.machines.list(account, labId),
      this.jobs.list(account, query, language),
    ]);
    // By the schemas of the API's answers: what they leave out is for nobody here either.
    return {
      lab: LabDto.schema.parse(lab),
      machines: MachineListDto.schema.parse(machines).items,
      jobs: JobListDto.schema.parse(jobs).items,
    };
  }

  /** A token withdrawn, a session ended, a role taken away: the same questions as at the door. */
  private async isAdmitted({ account, request }: Watcher): Promise<boolean> {
    const now = await this.identity.identify(request).catch(() => undefined);
    if (now?.accountId !== account.accountId || !isAllowed(now, 'machine.read')) return false;
    return isDeepStrictEqual(now, account);
  }
}
