import { Inject, Injectable } from '@nestjs/common';
import { type MatchProposal, matchLines, type PayableDocument, type ReceivedLine } from '@pandafab/domain';
import { type Clock, cents, folded, type OrganisationId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { CLOCK } from '../../platform/kit/config';
import { chunks } from '../../platform/persistence/chunks';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { openDocuments } from '../payments/open-documents';
import { BankLine } from './bank.entities';
import { inState } from './line-states';
import type { PayableSearchDto, PayableView, ProposalView } from './lines.dto';
import { matchSources } from './match-sources';
import { TopUps } from './top-ups';

/** Lines that are matched at once: the first by day. More are matched when these are settled. */
const MOST_LINES = 5000;

export interface Proposals {
  readonly items: ProposalView[];
  readonly lines: number;
}

/** What open lines probably paid, computed for each request: documents and lines change all the time. */
@Injectable()
export class ProposalsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly topUps: TopUps,
  ) {}

  async proposals(): Promise<Proposals> {
    const { manager } = this.database;
    const lines = await openLines(manager, parisDay(this.clock.now()));
    if (lines.length === 0) return { items: [], lines: 0 };
    const members = await this.topUps.references(manager);
    const sources = await matchSources(manager, members);
    const proposals = matchLines(lines, sources);
    const names = new Map<string, string>(members.map(({ memberId, name }) => [memberId, name]));
    for (const [id, name] of await clientNames(manager, proposals)) names.set(id, name);
    const documents = new Map(sources.documents.map((document) => [document.id as string, document]));
    const amounts = new Map(lines.map((line) => [line.id, line.cents]));
    const items = proposals.map((each) => viewOf(each, names, documents, amounts.get(each.lineId) ?? 0));
    return { items, lines: lines.length };
  }

  /** Documents that a line can pay, the oldest first. */
  async payable({
    organisationId,
    search,
    limit,
  }: PayableSearchDto): Promise<{ items: PayableView[]; total: number }> {
    const open = await openDocuments(this.database.manager, organisationId && { organisationId });
    const words = folded(search ?? '');
    const fits = open.filter(
      ({ number, clientName, openCents }) =>
        openCents > 0 && folded(`${number} ${clientName}`).includes(words),
    );
    return { items: fits.slice(0, limit).map(documentView), total: fits.length };
  }
}

/** Those of money that came in and was not taken back, up to today. */
async function openLines(manager: EntityManager, today: string): Promise<ReceivedLine[]> {
  const query = manager
    .createQueryBuilder(BankLine, 'line')
    .where('line.cents > 0 AND line.isReversal = :isReversal AND line.day <= :today', {
      isReversal: false,
      today,
    })
    .orderBy('line.day')
    .addOrderBy('line.id')
    .limit(MOST_LINES);
  inState(query, 'open');
  const lines = await query.getMany();
  return lines.map((line) => ({ ...line, cents: cents(line.cents) }));
}

async function clientNames(manager: EntityManager, proposals: readonly MatchProposal[]) {
  const ids = new Set(
    proposals.flatMap(({ owner }) => ('organisationId' in owner ? [owner.organisationId] : [])),
  );
  const names: (readonly [OrganisationId, string])[] = [];
  for (const some of chunks([...ids])) {
    const found = await manager.find(Organisation, { where: { id: In(some) }, select: ['id', 'name'] });
    names.push(...found.map(({ id, name }) => [id, name] as const));
  }
  return names;
}

const documentView = ({
  id,
  number,
  organisationId,
  clientName,
  issuedOn,
  dueOn,
  openCents,
}: Omit<PayableDocument, 'openCents'> & { openCents: number }): PayableView => ({
  ...{ id, number, organisationId, clientName, issuedOn, dueOn, openCents },
});

function viewOf(
  { lineId, confidence, reason, owner, parts }: MatchProposal,
  names: ReadonlyMap<string, string>,
  documents: ReadonlyMap<string, PayableDocument>,
  amount: number,
): ProposalView {
  const { organisationId, memberId } = { organisationId: null, memberId: null, ...owner };
  const shown = parts.flatMap(({ documentId, cents: part }) => {
    const document = documents.get(documentId);
    return document ? [{ document: documentView(document), cents: part }] : [];
  });
  const rest = amount - parts.reduce((sum, part) => sum + part.cents, 0);
  return {
    ...{ lineId: lineId as ProposalView['lineId'], confidence, reason, organisationId, memberId },
    ...{ owner: names.get(organisationId ?? memberId ?? '') ?? '', parts: shown, restCents: rest },
  };
}
