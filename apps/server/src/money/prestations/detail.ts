import type { Instant } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { viewLines, wholeOf } from './line-view';
import type { PapersOfOrder } from './order-papers';
import type { PrestationDetail } from './prestation.dto';
import type { Prestation } from './prestation.entities';
import { linesOf } from './prestation-lines';
import { viewPrestation } from './prestation-view';
import { namesOfAccounts } from './staff-names';
import { stagesOf, viewStages } from './stages.service';

/** A prestation with its lines, its stages, and what its documents add up to. */
export async function detailOf(
  manager: EntityManager,
  papers: PapersOfOrder,
  prestation: Prestation,
  now: Instant,
): Promise<PrestationDetail> {
  const { id, organisationId, responsibleId, state, linesVersion, stagesVersion } = prestation;
  const client = await manager.findOneBy(Organisation, { id: organisationId });
  const names = await namesOfAccounts(manager, [responsibleId]);
  const lines = await linesOf(manager, id);
  const whole = wholeOf(prestation, lines);
  const sums = await papers.sums(manager, id);
  const isClosed = state === 'invoiced' || state === 'cancelled';
  return {
    ...viewPrestation(prestation, now),
    clientName: client?.name ?? '',
    responsibleName: (responsibleId && names.get(responsibleId)) || null,
    ...{ linesVersion, lines: viewLines(lines), ...whole },
    stagesVersion,
    stages: viewStages(await stagesOf(manager, id), await papers.invoicedStages(manager, id)),
    sums,
    leftToInvoiceCents: isClosed ? 0 : Math.max(0, whole.netCents - sums.billed.netCents),
  };
}
