import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ExpectedRun } from '@pandafab/lab-link';
import type { LabId, RunId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Registry } from '../../platform/kit/registry';
import type { Unit } from '../../platform/persistence/unit';
import type { HeldBecause } from '../labs/lab.entity';
import type { KnownRuns } from './went-back';

/** What agents need to know about their labs' runs, and what they do to them. */
export interface RunBook {
  /** The runs that a lab has to make or is making, as far as the database knows. */
  expected(manager: EntityManager, labId: LabId): Promise<ExpectedRun[]>;
  /**
   * Compares the runs that an agent names with those in the database. @param named undefined for an agent that names
   * none
   */
  compare(manager: EntityManager, labId: LabId, named: readonly RunId[] | undefined): Promise<KnownRuns>;
  /** Ends the runs of an agent whose remaining events will never be applied. */
  interrupt(unit: Unit, labId: LabId, because: 'LAB.AGENT_REPLACED' | HeldBecause): Promise<void>;
}

const BOOK = 'runs';

/** Where the rules of agents ask about runs. production/runs knows them, and registers here. */
@Injectable()
export class LabRuns implements OnApplicationBootstrap, RunBook {
  private readonly books = new Registry<typeof BOOK, RunBook>('book of the labs’');

  register(book: RunBook): void {
    this.books.register(BOOK, book);
  }

  onApplicationBootstrap(): void {
    this.books.assertComplete([BOOK]);
  }

  expected(manager: EntityManager, labId: LabId): Promise<ExpectedRun[]> {
    return this.books.get(BOOK).expected(manager, labId);
  }

  compare(manager: EntityManager, labId: LabId, named: readonly RunId[] | undefined): Promise<KnownRuns> {
    return this.books.get(BOOK).compare(manager, labId, named);
  }

  interrupt(unit: Unit, labId: LabId, because: 'LAB.AGENT_REPLACED' | HeldBecause): Promise<void> {
    return this.books.get(BOOK).interrupt(unit, labId, because);
  }
}
