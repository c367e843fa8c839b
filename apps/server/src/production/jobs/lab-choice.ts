import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LabId, MemberId } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { Registry } from '../../platform/kit/registry';
import type { StoredFile } from '../files/file.entity';
import type { SubmitFields } from './jobs.dto';

const FINDER = 'lab';

/** A file that several labs may print, before its jobs are made. */
export interface ChoiceOfLab {
  readonly account: CurrentAccountInfo;
  readonly memberId: MemberId;
  readonly file: StoredFile;
  readonly fields: SubmitFields;
  /** At least two; the first is the one that was chosen. */
  readonly labIds: readonly LabId[];
}

type Find = (choice: ChoiceOfLab) => Promise<LabId>;

/** The lab that would begin a new job first. Matching computes this and registers its function here. */
@Injectable()
export class LabChoice implements OnApplicationBootstrap {
  private readonly finders = new Registry<typeof FINDER, Find>('choices of labs');

  register(find: Find): void {
    this.finders.register(FINDER, find);
  }

  onApplicationBootstrap(): void {
    this.finders.assertComplete([FINDER]);
  }

  of(choice: ChoiceOfLab): Promise<LabId> {
    return this.finders.get(FINDER)(choice);
  }
}
