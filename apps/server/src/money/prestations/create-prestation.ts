import { type AccountId, Fault, newId, type PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { takeNumber } from '../numbers/document-numbers';
import { Tariff } from '../tariffs/tariff.entities';
import type { CreatePrestationDto, PrestationChangesDto } from './prestation.dto';
import { Prestation } from './prestation.entities';
import { isAccount } from './staff-names';
import { urgencyOf } from './urgency';

/**
 * Creates a prestation without lines, with the next reference.
 * @throws Fault BILLING.ORGANISATION_UNKNOWN, and those of `demandKnown`.
 */
export async function createPrestation(
  unit: Unit,
  createdBy: AccountId,
  body: CreatePrestationDto,
): Promise<Prestation> {
  const { manager, now } = unit;
  const { organisationId, title } = body;
  const client = await manager.findOneBy(Organisation, { id: organisationId });
  if (!client) throw new Fault('BILLING.ORGANISATION_UNKNOWN', { id: organisationId });
  await demandKnown(manager, body);
  const { number: reference } = await takeNumber(unit, 'prestation');
  const endsOn = body.endsOn ?? null;
  const prestation: Prestation = {
    ...{ id: newId<PrestationId>(), reference, organisationId, title, state: 'preparing' },
    tariffId: body.tariffId ?? null,
    purchaseOrder: body.purchaseOrder ?? client.engagementNumber,
    labId: body.labId ?? null,
    responsibleId: body.responsibleId ?? null,
    ...{ startsOn: body.startsOn ?? null, endsOn, urgency: urgencyOf({ state: 'preparing', endsOn }) },
    notes: body.notes ?? null,
    vatCase: body.vatCase ?? null,
    printsCharged: body.printsCharged ?? true,
    deliverTo: body.deliverTo ?? null,
    ...{ discounts: [], netCents: 0, linesVersion: 0, stagesVersion: 0 },
    ...{ createdBy, createdAt: now, changedAt: now },
  };
  await manager.insert(Prestation, prestation);
  await audit(unit, {
    action: 'prestation.opened',
    subject: ['prestation', prestation.id],
    after: { reference, organisationId, title },
  });
  return prestation;
}

/** @throws Fault BILLING.TARIFF_UNKNOWN, PRESTATION.LAB_UNKNOWN, PRESTATION.RESPONSIBLE_UNKNOWN, each with its {id}. */
export async function demandKnown(
  manager: EntityManager,
  { tariffId, labId, responsibleId }: PrestationChangesDto,
): Promise<void> {
  if (tariffId && !(await manager.existsBy(Tariff, { id: tariffId })))
    throw new Fault('BILLING.TARIFF_UNKNOWN', { id: tariffId });
  if (labId && !(await manager.existsBy(Lab, { id: labId })))
    throw new Fault('PRESTATION.LAB_UNKNOWN', { id: labId });
  if (responsibleId && !(await isAccount(manager, responsibleId)))
    throw new Fault('PRESTATION.RESPONSIBLE_UNKNOWN', { id: responsibleId });
}
