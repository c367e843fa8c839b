import type { PaperContent } from '@pandafab/domain';
import { Fault, type PrestationId } from '@pandafab/shared';
import { type EntityManager, Not } from 'typeorm';
import { Organisation } from '../../../people/organisations/organisation.entity';
import type { Day } from '../../kit/paris';
import { Prestation, type PrestationLine, PrestationStage } from '../../prestations/prestation.entities';
import { linesOf } from '../../prestations/prestation-lines';
import type { SellerSettingsBody } from '../../seller/seller.schema';
import { type DatedSeller, sellersUntil } from '../../seller/seller.service';
import { PaperDocument } from '../document.entities';

/** A document with a number: its content is frozen. */
export type Issued = PaperDocument & { readonly number: string; readonly content: PaperContent };

/** Everything that the documents of a prestation are made from, as it is now. */
export interface Order {
  readonly prestation: Prestation;
  readonly lines: readonly PrestationLine[];
  readonly stages: readonly PrestationStage[];
  readonly organisation: Organisation;
  readonly seller: SellerSettingsBody;
  /** Every version of the seller's settings up to the day of the document, the latest first. */
  readonly sellers: readonly DatedSeller[];
  /** The documents that have a number, in the order in which they were issued. */
  readonly papers: readonly Issued[];
}

/** The documents of a prestation that have a number, in the order in which they were issued. */
export async function issuedOf(manager: EntityManager, prestationId: PrestationId): Promise<Issued[]> {
  const found = await manager.find(PaperDocument, {
    where: { prestationId, state: Not('draft') },
    order: { issuedAt: 'ASC', id: 'ASC' },
  });
  return found.filter(
    (document): document is Issued => document.number !== null && document.content !== null,
  );
}

/**
 * Reads what documents are made from. The caller has locked the prestation if it will write.
 * @param day whose settings of the seller count
 * @throws Fault REQUEST.NOT_FOUND, BILLING.SELLER_MISSING.
 */
export async function readOrder(manager: EntityManager, id: PrestationId, day: Day): Promise<Order> {
  const prestation = await manager.findOneBy(Prestation, { id });
  if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${id}` });
  const sellers = await sellersUntil(manager, day);
  const [{ settings: seller }] = sellers;
  const organisation = await manager.findOneByOrFail(Organisation, { id: prestation.organisationId });
  const lines = await linesOf(manager, id);
  const order = { position: 'ASC' } as const;
  const stages = await manager.find(PrestationStage, { where: { prestationId: id }, order });
  return { prestation, lines, stages, organisation, seller, sellers, papers: await issuedOf(manager, id) };
}
