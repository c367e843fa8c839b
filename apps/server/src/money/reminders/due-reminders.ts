import { dueStep, type LatePenalty, latePenalty, reminderText, type SentStep } from '@pandafab/domain';
import type { DocumentId, Language, OrganisationId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { chunks } from '../../platform/persistence/chunks';
import { clientOnPaper } from '../documents/compose/parties';
import type { Day } from '../kit/paris';
import { type OpenDocument, openDocuments } from '../payments/open-documents';
import type { SellerSettingsBody } from '../seller/seller.schema';
import { sellerOn } from '../seller/seller.service';
import { type SettledMove, settledMoves } from '../settlement/settled-moves';
import type { StepSettings } from './reminder-settings.dto';
import { sentSteps } from './sent-steps';
import { type SettingsOnDay, settingsOn } from './settings-in-force';
import { languageOf, valuesOf } from './words';

/** A document that is late. */
export type LateDocument = OpenDocument & { readonly dueOn: Day };

/** A step that is due for a document. */
interface Due {
  readonly document: LateDocument;
  readonly step: StepSettings;
  readonly sent: readonly SentStep[];
}

/** A reminder as it would be sent now. */
export interface DueReminder extends Due {
  readonly client: Organisation;
  /** Null: by letter. */
  readonly address: string | null;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly penalty: LatePenalty | null;
}

export interface DueReminders {
  readonly due: readonly DueReminder[];
  /** How many there are, also where only the first are read. */
  readonly total: number;
}

export interface DueOf {
  readonly organisationId?: OrganisationId;
  readonly documentId?: DocumentId;
  /** Reads the texts of so many, the longest overdue first. */
  readonly most: number;
}

/**
 * The reminders that are due on `today`. Nothing is sent.
 * @throws Fault BILLING.SELLER_MISSING
 */
export async function dueReminders(
  manager: EntityManager,
  today: Day,
  { organisationId, documentId, most }: DueOf,
): Promise<DueReminders> {
  const found = await openDocuments(manager, { dueBefore: today, ...(organisationId && { organisationId }) });
  const late = found.filter((document): document is LateDocument => isLate(document, documentId));
  const settings = await settingsOn(manager, today);
  const all = await dueAmong(manager, late, settings, today);
  all.sort(byDueDay);
  return { due: await written(manager, all.slice(0, most), settings, today), total: all.length };
}

const isLate = ({ id, dueOn, openCents }: OpenDocument, wanted: DocumentId | undefined): boolean =>
  openCents > 0 && dueOn !== null && (wanted === undefined || id === wanted);

const byDueDay = (a: Due, b: Due): number => {
  const [first, second] = [a, b].map(({ document }) => `${document.dueOn} ${document.number}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

async function dueAmong(
  manager: EntityManager,
  late: readonly LateDocument[],
  { settings }: SettingsOnDay,
  today: Day,
): Promise<Due[]> {
  const sentOf = await sentSteps(
    manager,
    late.map(({ id }) => id),
  );
  const { leastDaysBetween } = settings;
  const steps = settings.steps.filter(({ isActive }) => isActive);
  return late.flatMap((document) => {
    const sent = sentOf.get(document.id) ?? [];
    const step = dueStep({ ...document, sent }, { steps, leastDaysBetween }, today);
    return step ? [{ document, step, sent }] : [];
  });
}

async function written(
  manager: EntityManager,
  due: readonly Due[],
  settings: SettingsOnDay,
  today: Day,
): Promise<DueReminder[]> {
  if (due.length === 0) return [];
  const { settings: seller } = await sellerOn(manager, today);
  const clients = await clientsOf(manager, due);
  const moves = await settledMoves(
    manager,
    due.map(({ document }) => document.id),
  );
  return due.flatMap((each) => {
    const client = clients.get(each.document.organisationId);
    const settled = moves.get(each.document.id) ?? [];
    return client ? [write(each, { client, settled, seller, settings, today })] : [];
  });
}

async function clientsOf(manager: EntityManager, due: readonly Due[]) {
  const ids = [...new Set(due.map(({ document }) => document.organisationId))];
  const found: Organisation[] = [];
  for (const some of chunks(ids)) found.push(...(await manager.findBy(Organisation, { id: In(some) })));
  return new Map(found.map((client) => [client.id, client]));
}

interface Around {
  readonly client: Organisation;
  readonly settled: readonly SettledMove[];
  readonly seller: SellerSettingsBody;
  readonly settings: SettingsOnDay;
  readonly today: Day;
}

function write(due: Due, { client, settled, seller, settings, today }: Around): DueReminder {
  const { document, step } = due;
  const { kind: clientKind } = clientOnPaper(client);
  const owed = { dueOn: document.dueOn, owedCents: document.grossCents - document.creditedCents, settled };
  const penalty = step.withPenalties ? latePenalty({ clientKind, ...owed }, settings.rates, today) : null;
  const address = step.way === 'mail' ? client.email : null;
  const language = languageOf(client.countryCode);
  const isMail = address !== null;
  const about = { document, seller, clientName: client.name, penalty };
  const values = valuesOf({ ...about, today, language, isMail });
  const { subject, text } = step[language];
  return {
    ...{ ...due, client, address, language, penalty },
    ...{ subject: reminderText(subject, values), text: reminderText(text, values) },
  };
}
