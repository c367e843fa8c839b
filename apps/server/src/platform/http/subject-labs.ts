import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import type { EntityManager, EntityTarget } from 'typeorm';
import { Registry } from '../kit/registry';
import { LAB_SUBJECTS, type LabSubject } from './access';

/** Finds the labs of a subject; undefined when there is no such subject. */
export type FindLabs = (manager: EntityManager, id: string) => Promise<readonly LabId[] | undefined>;

const isId = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);

/** For a subject that belongs to one lab: reads the `labId` of its row. */
export const labIdOf =
  (entity: EntityTarget<{ id: string; labId: LabId }>): FindLabs =>
  async (manager, id) => {
    const row = await manager.findOne(entity, { where: { id }, select: { id: true, labId: true } });
    return row ? [row.labId] : undefined;
  };

/** Which labs the subject of a route belongs to. The module that owns a subject registers how to find them. */
@Injectable()
export class SubjectLabs implements OnApplicationBootstrap {
  private readonly finders = new Registry<LabSubject, FindLabs>('labs of the subject');

  register(subject: LabSubject, find: FindLabs): void {
    this.finders.register(subject, find);
  }

  /** @throws Error naming the subjects that no module registered */
  onApplicationBootstrap(): void {
    this.finders.assertComplete(LAB_SUBJECTS);
  }

  /** The labs of a subject; undefined when there is no such subject. */
  async of(manager: EntityManager, subject: LabSubject, id: string): Promise<readonly LabId[] | undefined> {
    return isId(id) ? this.finders.get(subject)(manager, id) : undefined;
  }
}
