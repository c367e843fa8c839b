import { Injectable } from '@nestjs/common';
import type { ConventionId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';

/** True where something was made from a convention, so that it stays. */
export type IsHeld = (manager: EntityManager, id: ConventionId) => Promise<boolean>;

/** What keeps a convention from being deleted. The folders above register it. */
@Injectable()
export class ConventionHolds {
  private readonly holds: IsHeld[] = [];

  register(isHeld: IsHeld): void {
    this.holds.push(isHeld);
  }

  async hold(manager: EntityManager, id: ConventionId): Promise<boolean> {
    for (const isHeld of this.holds) if (await isHeld(manager, id)) return true;
    return false;
  }
}
