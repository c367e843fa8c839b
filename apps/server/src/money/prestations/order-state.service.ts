import { Injectable } from '@nestjs/common';
import { Fault, type PrestationId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { OrderPapers } from './order-papers';
import type { PrestationDto } from './prestation.dto';
import { Prestation } from './prestation.entities';
import { lockNamed, moveOrder } from './prestation-lines';
import { viewPrestation } from './prestation-view';
import type { StaffEvent } from './staff-events';

const ACTIONS = {
  confirm: 'prestation.confirmed',
  start: 'prestation.started',
  deliver: 'prestation.delivered',
  reopen: 'prestation.reopened',
  cancel: 'prestation.cancelled',
} as const satisfies Record<StaffEvent, string>;

/** The states of prestations. */
@Injectable()
export class OrderStateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: OrderPapers,
  ) {}

  /**
   * Records a step of the work. A prestation with issued documents is cancelled, and one that is invoiced is reopened,
   * only after these were credited in full.
   * @throws Fault REQUEST.NOT_FOUND, PRESTATION.EVENT_REFUSED, PRESTATION.UNCREDITED.
   */
  record(id: PrestationId, event: StaffEvent): Promise<PrestationDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const prestation = await lockNamed(unit, id);
      const { state: before, reference } = prestation;
      await moveOrder(unit, prestation, event);
      const undoes = event === 'cancel' || (event === 'reopen' && before === 'invoiced');
      if (undoes && (await this.papers.papers.hasUncredited(manager, id)))
        throw new Fault('PRESTATION.UNCREDITED', { reference });
      const next = await manager.findOneByOrFail(Prestation, { id });
      await audit(unit, {
        action: ACTIONS[event],
        subject: ['prestation', id],
        before: { state: before },
        after: { state: next.state },
      });
      return viewPrestation(next, unit.now);
    });
  }
}
