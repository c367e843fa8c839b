import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type OrganisationId } from '@pandafab/shared';
import { Organisation } from '../../people/organisations/organisation.entity';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { PaperDocument } from './document.entities';
import { viewDocument, viewedColumns } from './document-view';
import type { ClientFiguresDto } from './papers.dto';
import { reductionsOf } from './reductions';

type Booked = Pick<PaperDocument, 'kind' | 'issuedOn' | 'netCents' | 'vatCents' | 'grossCents'>;
const BOOKED = ['deposit', 'invoice', 'credit-note', 'deposit-credit'];

/** What clients bought and owe. */
@Injectable()
export class ClientFiguresService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** @throws Fault ORGANISATION.UNKNOWN. */
  async of(organisationId: OrganisationId): Promise<ClientFiguresDto> {
    const { manager } = this.database;
    if (!(await manager.existsBy(Organisation, { id: organisationId })))
      throw new Fault('ORGANISATION.UNKNOWN');
    const today = parisDay(this.clock.now());
    const documents = await manager
      .createQueryBuilder(PaperDocument, 'document')
      .select(viewedColumns('document'))
      .where('document.organisationId = :organisationId', { organisationId })
      .andWhere(`document.state = 'issued' AND document.kind IN (:...kinds)`, { kinds: BOOKED })
      .getMany();
    const reductions = await reductionsOf(
      manager,
      documents.map(({ id }) => id),
    );
    const views = documents.map((row) => viewDocument(row, reductions(row.id), today));
    const open = views.map(({ openCents, isOverdue }) => ({ cents: Math.max(0, openCents ?? 0), isOverdue }));
    const sumOpen = (rows: typeof open) => rows.reduce((sum, { cents }) => sum + cents, 0);
    const days = documents.map(({ issuedOn }) => issuedOn ?? '').sort();
    return {
      invoiced: sumOf(documents),
      invoicedThisYear: sumOf(documents.filter(({ issuedOn }) => issuedOn?.startsWith(today.slice(0, 4)))),
      openCents: sumOpen(open),
      overdueCents: sumOpen(open.filter(({ isOverdue }) => isOverdue)),
      documents: documents.length,
      lastIssuedOn: days.at(-1) ?? null,
    };
  }
}

/** Credits count negative. */
const signOf = ({ kind }: Booked): number => (kind === 'credit-note' || kind === 'deposit-credit' ? -1 : 1);

function sumOf(documents: readonly Booked[]) {
  const sum = (field: 'netCents' | 'vatCents' | 'grossCents') =>
    documents.reduce((total, document) => total + signOf(document) * (document[field] ?? 0), 0);
  return { netCents: sum('netCents'), vatCents: sum('vatCents'), grossCents: sum('grossCents') };
}
