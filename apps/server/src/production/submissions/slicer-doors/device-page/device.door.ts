import { Injectable } from '@nestjs/common';
import type { Language } from '@pandafab/shared';
import { machineStateWords } from '@pandafab/shared';
import { PresenceBook } from '../../../../network/link/presence-book';
import { ReadDatabase } from '../../../../platform/persistence/read-database';
import { Job } from '../../../jobs/job.entities';
import { queuePositions } from '../../../jobs/queue-positions';
import { UploadsService } from '../../uploads.service';
import type { Answer, Call, Door, DoorRoute, OpenCall } from '../door';
import { SlicerTargets, type Target } from '../targets.service';
import { DEVICE_PAGE_HEADERS, devicePage } from './device-page';
import { deviceTexts } from './device-texts';

const MOST_JOBS = 20;

/** Name and state of one thing, as the page shows them. */
type Row = readonly [name: string, state: string];

/** The base address itself: the page that a slicer shows in its tab for the machine. */
@Injectable()
export class DeviceDoor implements Door {
  constructor(
    private readonly database: ReadDatabase,
    private readonly uploads: UploadsService,
    private readonly targets: SlicerTargets,
    private readonly presence: PresenceBook,
  ) {}

  readonly routes: readonly DoorRoute[] = [
    { method: 'GET', path: /^$/, isOpen: true, answer: (call) => this.page(call) },
    { method: 'GET', path: /^device\.json$/, answer: (call) => this.content(call) },
  ];

  private page({ language, target }: OpenCall): Answer {
    const name = target.machineName ?? target.labName;
    return { status: 200, text: devicePage(language, name), headers: DEVICE_PAGE_HEADERS };
  }

  private async content(call: Call): Promise<Answer> {
    const { target, language } = call;
    const jobs = [...(await this.waiting(call)), ...(await this.jobs(call))];
    return { status: 200, json: { jobs, machines: await this.machines(target, language) } };
  }

  private async waiting({ caller, language }: Call): Promise<Row[]> {
    const uploads = await this.uploads.list(caller.account);
    return uploads.map(({ fileName }) => [fileName, deviceTexts[language].upload]);
  }

  /** The member's latest jobs in the lab. */
  private async jobs({ caller, target, language }: Call): Promise<Row[]> {
    const { manager } = this.database;
    const jobs = await manager.find(Job, {
      where: { memberId: caller.account.memberId, labId: target.labId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: MOST_JOBS,
    });
    const positions = await queuePositions(manager, jobs);
    const texts = deviceTexts[language];
    return jobs.map(({ id, fileName, state }) => {
      const place = positions.get(id);
      return [fileName, place === undefined ? texts.state[state] : texts.place(place)];
    });
  }

  private async machines(target: Target, language: Language): Promise<Row[]> {
    const machines = await this.targets.machinesIn(target);
    return machines.map(({ id, name }) => {
      const state = this.presence.machine(target.labId, id)?.state;
      return [name, state ? machineStateWords[state][language] : deviceTexts[language].unknown];
    });
  }
}
