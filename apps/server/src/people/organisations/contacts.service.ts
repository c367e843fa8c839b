import { Injectable } from '@nestjs/common';
import { Fault, newId, type OrganisationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit, difference } from '../../platform/audit/audit';
import type { AuditAction } from '../../platform/audit/audit-words';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Organisation, OrganisationContact } from './organisation.entity';

export type ContactFields = Pick<OrganisationContact, 'name' | 'duty' | 'email' | 'phone'>;

/** The contacts of an organisation. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** By name. @throws Fault ORGANISATION.UNKNOWN. */
  async list(organisationId: OrganisationId): Promise<OrganisationContact[]> {
    await demandOrganisation(this.read.manager, organisationId);
    const order = { name: 'ASC', id: 'ASC' } as const;
    return this.read.of(OrganisationContact).find({ where: { organisationId }, order });
  }

  /** @throws Fault ORGANISATION.UNKNOWN. */
  add(organisationId: OrganisationId, fields: ContactFields): Promise<OrganisationContact> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await demandOrganisation(manager, organisationId);
      const made = { id: newId<string>(), organisationId, createdAt: now };
      const contact: OrganisationContact = { ...fields, ...made };
      await manager.insert(OrganisationContact, contact);
      await this.note(unit, 'contact.added', contact);
      return contact;
    });
  }

  /** Changes the given fields. @throws Fault ORGANISATION.UNKNOWN_CONTACT. */
  change(organisationId: OrganisationId, id: string, changes: Partial<ContactFields>) {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const contact = await find(manager, organisationId, id);
      const changed = difference(contact, changes);
      if (!changed) return contact;
      await manager.update(OrganisationContact, { id }, changes);
      await this.note(unit, 'contact.changed', contact, Object.keys(changed.after));
      return find(manager, organisationId, id);
    });
  }

  /** @throws Fault ORGANISATION.UNKNOWN_CONTACT. */
  async remove(organisationId: OrganisationId, id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const contact = await find(manager, organisationId, id);
      await manager.delete(OrganisationContact, { id });
      await this.note(unit, 'contact.removed', contact);
    });
  }

  /** The audit entry names the fields, never their values: a contact is a person, and the trail is never deleted. */
  private note(
    unit: Unit,
    action: Extract<AuditAction, `contact.${string}`>,
    { organisationId, id }: OrganisationContact,
    fields?: readonly string[],
  ): Promise<void> {
    const subject = ['organisation', organisationId] as const;
    return audit(unit, {
      action,
      subject,
      after: { contactId: id, ...(fields && { fields }) },
    });
  }
}

async function demandOrganisation(manager: EntityManager, id: OrganisationId): Promise<void> {
  if (!(await manager.existsBy(Organisation, { id }))) throw new Fault('ORGANISATION.UNKNOWN');
}

async function find(
  manager: EntityManager,
  organisationId: OrganisationId,
  id: string,
): Promise<OrganisationContact> {
  const contact = await manager.findOneBy(OrganisationContact, { id, organisationId });
  if (!contact) throw new Fault('ORGANISATION.UNKNOWN_CONTACT');
  return contact;
}
