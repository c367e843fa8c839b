import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { Lab } from '../../../network/labs/lab.entity';
import { Machine } from '../../../network/machines/machine.entity';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';

export type LabRow = Pick<Lab, 'id' | 'name'>;
export type MachineRow = Pick<Machine, 'id' | 'name' | 'labId'>;

/** The labs, and the machines in service, by their names. */
export interface Places {
  readonly labs: readonly LabRow[];
  readonly machines: readonly MachineRow[];
}

/** A Cura asks twice in two seconds: many of them share one look at the database. */
const RECENT_MS = 1000;

/** What addresses of slicers name. */
@Injectable()
export class SlicerPlaces {
  private latest: { readonly readAt: number; readonly places: Promise<Places> } | undefined;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
  ) {}

  /** As they were at most a second ago. */
  recent(): Promise<Places> {
    const { latest } = this;
    return latest && this.clock.monotonic() - latest.readAt < RECENT_MS ? latest.places : this.now();
  }

  now(): Promise<Places> {
    const latest = { readAt: this.clock.monotonic(), places: this.readAll() };
    this.latest = latest;
    // What failed is tried again by the next request.
    latest.places.catch(() => {
      if (this.latest === latest) this.latest = undefined;
    });
    return latest.places;
  }

  private async readAll(): Promise<Places> {
    const rows = { select: { id: true, name: true }, order: { name: 'ASC' } } as const;
    const [labs, machines] = await Promise.all([
      this.read.of(Lab).find(rows),
      this.read
        .of(Machine)
        .find({ ...rows, select: { ...rows.select, labId: true }, where: { retiredAt: IsNull() } }),
    ]);
    return { labs, machines };
  }
}
