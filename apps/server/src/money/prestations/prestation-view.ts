import { acceptsPrints, nextOrderState, type OrderState } from '@pandafab/domain';
import type { Instant } from '@pandafab/shared';
import { toIso } from '../../platform/http/fields';
import { parisDay } from '../kit/paris';
import type { PrestationDto } from './prestation.dto';
import type { Prestation } from './prestation.entities';
import { STAFF_EVENTS } from './staff-events';
import { isLate, isOpen } from './urgency';

/** Until its last invoice is issued, an order accepts lines. */
export const acceptsLines = (state: OrderState): boolean => isOpen(state) || state === 'delivered';

/** A prestation as the API shows it. @param now decides whether it is late */
export function viewPrestation(prestation: Prestation, now: Instant): PrestationDto {
  const { state } = prestation;
  return {
    id: prestation.id,
    reference: prestation.reference,
    organisationId: prestation.organisationId,
    title: prestation.title,
    state,
    tariffId: prestation.tariffId,
    purchaseOrder: prestation.purchaseOrder,
    labId: prestation.labId,
    responsibleId: prestation.responsibleId,
    startsOn: prestation.startsOn,
    endsOn: prestation.endsOn,
    notes: prestation.notes,
    vatCase: prestation.vatCase,
    printsCharged: prestation.printsCharged,
    deliverTo: prestation.deliverTo,
    netCents: prestation.netCents,
    isLate: isLate(prestation, parisDay(now)),
    events: STAFF_EVENTS.filter((event) => nextOrderState(state, event) !== undefined),
    acceptsLines: acceptsLines(state),
    acceptsPrints: acceptsPrints(state),
    createdAt: toIso(prestation.createdAt),
  };
}
