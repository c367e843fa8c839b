import { Injectable } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import type { Hello } from './hello';

/**
 * Labs whose agent is of a version whose hello does not say what the journal holds, until the first event after that
 * hello. That event shows what the hello did not.
 */
@Injectable()
export class UnprovenLabs {
  private readonly labs = new Set<LabId>();

  note(labId: LabId, { held }: Pick<Hello, 'held'>): void {
    if (held) this.labs.delete(labId);
    else this.labs.add(labId);
  }

  /** @returns true for the first event since the hello of such an agent */
  isFirstEvent(labId: LabId): boolean {
    return this.labs.delete(labId);
  }
}
