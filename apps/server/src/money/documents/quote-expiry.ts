import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { nextQuoteState } from '@pandafab/domain';
import type { Clock } from '@pandafab/shared';
import { LessThan } from 'typeorm';
import { CLOCK } from '../../platform/kit/config';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { parisDay } from '../kit/paris';
import { PaperDocument } from './document.entities';

const EVERY_MS = 3_600_000;

/** Notes every hour which quotes have expired. Pages and decisions compare the day themselves. */
@Injectable()
export class QuoteExpiry implements OnModuleInit {
  private readonly log = new Logger('Documents');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'quotes', everyMs: EVERY_MS, run: () => this.expire() });
  }

  async expire(): Promise<void> {
    const state = nextQuoteState('sent', 'expired');
    const past = { kind: 'quote', state: 'sent', validUntil: LessThan(parisDay(this.clock.now())) } as const;
    const { affected } = await this.unitOfWork.run(({ manager }) =>
      manager.update(PaperDocument, past, { state }),
    );
    if (affected) this.log.log(`${affected} quotes have expired`);
  }
}
