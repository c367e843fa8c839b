import type { Letter, Settles } from '@pandafab/domain';
import type { DocumentId, PaymentId } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { chunks } from '../../../platform/persistence/chunks';
import { PaperDocument } from '../../documents/document.entities';
import { Allotment, Payment } from '../../settlement/settlement.entities';
import type { Scope } from '../read/scope';

/** Each question to the database has a price of its own. */
const LETTERS_AT_ONCE = 500;

/** The mark of what a line settles; undefined while it is not settled. */
export type LetterOf = (settles: Settles) => Letter | undefined;
type Letters = ReadonlyMap<string, Letter>;

/** A sum of cents, and the last day of what was summed. PostgreSQL gives sums as texts. */
interface Sum {
  readonly id: string;
  readonly cents: string | number;
  readonly day: string;
}
interface Whole extends Sum {
  readonly number: string;
}

/**
 * The marks of what is settled at the end of the period: a document of which credit notes and payments left nothing
 * open, and a payment of which nothing is left on the client's account. The mark is its number, the day that of the
 * last of its entries.
 */
export async function lettersOf(
  manager: EntityManager,
  settled: readonly Settles[],
  scope: Scope,
): Promise<LetterOf> {
  const ids = (what: Settles['what']) => [
    ...new Set(settled.filter((each) => each.what === what).map(({ id }) => id)),
  ];
  const documents = await lettersIn(ids('document'), (some) =>
    documentSums(manager, some as DocumentId[], scope),
  );
  const payments = await lettersIn(ids('payment'), (some) =>
    paymentSums(manager, some as PaymentId[], scope),
  );
  return ({ what, id }) => (what === 'document' ? documents : payments).get(id);
}

/** The whole of each, and what was taken off it since. */
interface Sums {
  readonly wholes: readonly Whole[];
  readonly taken: readonly (readonly Sum[])[];
}

async function lettersIn(
  ids: readonly string[],
  sumsOf: (some: string[]) => Promise<Sums>,
): Promise<Letters> {
  const letters = new Map<string, Letter>();
  for (const some of chunks(ids, LETTERS_AT_ONCE)) {
    const { wholes, taken } = await sumsOf(some);
    const byId = new Map(some.map((id) => [id, [] as Sum[]]));
    for (const sum of taken.flat()) byId.get(sum.id)?.push(sum);
    for (const { id, number, cents, day } of wholes) {
      const off = byId.get(id) ?? [];
      const left = off.reduce((rest, sum) => rest - Number(sum.cents), Number(cents));
      if (left === 0)
        letters.set(id, { mark: number, day: [day, ...off.map((sum) => sum.day)].sort().at(-1) ?? day });
    }
  }
  return letters;
}

const summed = <Row extends object>(
  query: SelectQueryBuilder<Row>,
  { by, cents, day }: { readonly by: string; readonly cents: string; readonly day: string },
): Promise<Sum[]> =>
  query
    .select(by, 'id')
    .addSelect(`SUM(${cents})`, 'cents')
    .addSelect(`MAX(${day})`, 'day')
    .groupBy(by)
    .getRawMany<Sum>();

async function documentSums(manager: EntityManager, ids: DocumentId[], { to, asOf }: Scope): Promise<Sums> {
  const wholes = await manager
    .createQueryBuilder(PaperDocument, 'document')
    .select('document.id', 'id')
    .addSelect('document.number', 'number')
    .addSelect('document.grossCents', 'cents')
    .addSelect('document.issuedOn', 'day')
    .where('document.id IN (:...ids)', { ids })
    .getRawMany<Whole>();
  const credits = manager
    .createQueryBuilder(PaperDocument, 'credit')
    .where(`credit.citesId IN (:...ids) AND credit.state = 'issued'`, { ids })
    .andWhere('credit.issuedOn <= :to AND credit.issuedAt <= :asOf', { to, asOf });
  const allotments = manager
    .createQueryBuilder(Allotment, 'allotment')
    .where('allotment.documentId IN (:...ids)', { ids })
    .andWhere('allotment.bookedOn <= :to AND allotment.at <= :asOf', { to, asOf });
  return {
    wholes,
    taken: [
      await summed(credits, { by: 'credit.citesId', cents: 'credit.grossCents', day: 'credit.issuedOn' }),
      await summed(allotments, {
        ...{ by: 'allotment.documentId', cents: 'allotment.cents', day: 'allotment.bookedOn' },
      }),
    ],
  };
}

async function paymentSums(manager: EntityManager, ids: PaymentId[], { to, asOf }: Scope): Promise<Sums> {
  const wholes = await manager
    .createQueryBuilder(Payment, 'payment')
    .select('payment.id', 'id')
    .addSelect('payment.number', 'number')
    .addSelect('payment.cents', 'cents')
    .addSelect('payment.bookedOn', 'day')
    .where('payment.id IN (:...ids)', { ids })
    .getRawMany<Whole>();
  const reversals = manager
    .createQueryBuilder(Payment, 'reversal')
    .where('reversal.undoesId IN (:...ids)', { ids })
    .andWhere('reversal.bookedOn <= :to AND reversal.at <= :asOf', { to, asOf });
  const allotments = manager
    .createQueryBuilder(Allotment, 'allotment')
    .where('allotment.paymentId IN (:...ids)', { ids })
    .andWhere('allotment.bookedOn <= :to AND allotment.at <= :asOf', { to, asOf });
  return {
    wholes,
    taken: [
      await summed(reversals, {
        by: 'reversal.undoesId',
        cents: '-reversal.cents',
        day: 'reversal.bookedOn',
      }),
      await summed(allotments, {
        ...{ by: 'allotment.paymentId', cents: 'allotment.cents', day: 'allotment.bookedOn' },
      }),
    ],
  };
}
