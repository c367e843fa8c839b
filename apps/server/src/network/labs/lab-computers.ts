import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { Registry } from '../../platform/kit/registry';

const FINDER = 'computers';

type FindLabs = (among: readonly LabId[]) => Promise<ReadonlySet<LabId>>;

/** Which labs have a computer. network/agents registers how to find out. */
@Injectable()
export class LabComputers implements OnApplicationBootstrap {
  private readonly finders = new Registry<typeof FINDER, FindLabs>('finder of the labs’');

  register(find: FindLabs): void {
    this.finders.register(FINDER, find);
  }

  onApplicationBootstrap(): void {
    this.finders.assertComplete([FINDER]);
  }

  /** Those of these labs whose agent has said hello and was not revoked since. */
  among(labIds: readonly LabId[]): Promise<ReadonlySet<LabId>> {
    return this.finders.get(FINDER)(labIds);
  }
}
