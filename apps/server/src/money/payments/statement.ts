import { Fault, type OrganisationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { PaperDocument } from '../documents/document.entities';
import type { Day } from '../kit/paris';
import { Payment } from '../settlement/settlement.entities';
import { STATEMENT_KINDS, type StatementDto, type StatementItem } from './accounts.dto';
import { balanceOf } from './balances';

type Entry = Omit<StatementItem, 'balanceCents'> & { readonly at: number };

export interface Period {
  /** Null: from the beginning. */
  readonly from: Day | null;
  readonly to: Day;
}

/**
 * Everything on the account of a client, in the order of the days, with what the client owes after each entry.
 * @throws Fault ORGANISATION.UNKNOWN
 */
export async function statementOf(
  manager: EntityManager,
  organisationId: OrganisationId,
  { from, to }: Period,
): Promise<StatementDto> {
  const client = await manager.findOneBy(Organisation, { id: organisationId });
  if (!client) throw new Fault('ORGANISATION.UNKNOWN');
  const entries = [
    ...(await documentEntries(manager, organisationId, to)),
    ...(await paymentEntries(manager, organisationId, to)),
  ].sort((a, b) => (a.day === b.day ? a.at - b.at : a.day < b.day ? -1 : 1));
  let balanceCents = 0;
  const all = entries.map(({ at: _, ...entry }) => {
    balanceCents += entry.cents;
    return { ...entry, balanceCents };
  });
  const before = all.filter(({ day }) => from !== null && day < from);
  return {
    ...{ organisationId, name: client.name, from, to },
    openingCents: before.at(-1)?.balanceCents ?? 0,
    closingCents: balanceCents,
    onAccountCents: await balanceOf(manager, { organisationId }),
    items: all.slice(before.length),
  };
}

async function documentEntries(
  manager: EntityManager,
  organisationId: OrganisationId,
  to: Day,
): Promise<Entry[]> {
  const rows = await manager
    .createQueryBuilder(PaperDocument, 'document')
    .select(
      ['id', 'kind', 'number', 'title', 'issuedOn', 'issuedAt', 'grossCents'].map(
        (name) => `document.${name}`,
      ),
    )
    .where('document.organisationId = :organisationId', { organisationId })
    .andWhere(`document.state = 'issued' AND document.kind <> 'order-confirmation'`)
    .andWhere('document.issuedOn <= :to', { to })
    .getMany();
  return rows.map(({ id, kind, number, title, issuedOn, issuedAt, grossCents }) => ({
    ...{
      day: issuedOn ?? '',
      kind: kindOf(kind),
      number: number ?? '',
      title,
      documentId: id,
      paymentId: null,
    },
    cents: (kind === 'invoice' || kind === 'deposit' ? 1 : -1) * (grossCents ?? 0),
    at: issuedAt ?? 0,
  }));
}

async function paymentEntries(
  manager: EntityManager,
  organisationId: OrganisationId,
  to: Day,
): Promise<Entry[]> {
  const rows = await manager
    .createQueryBuilder(Payment, 'payment')
    .where('payment.organisationId = :organisationId AND payment.paidOn <= :to', { organisationId, to })
    .getMany();
  return rows.map(({ id, kind, number, payer, paidOn, cents, at }) => ({
    ...{ day: paidOn, kind: kindOf(kind), number, title: payer, documentId: null, paymentId: id },
    ...{ cents: -cents, at },
  }));
}

/** The kinds as the code knows them: the columns are texts. */
function kindOf(kind: string): StatementItem['kind'] {
  const found = STATEMENT_KINDS.find((each) => each === kind);
  if (!found) throw new Error(`a statement has no ${kind}`);
  return found;
}
