import { cards } from '../activity/cards/cards.module';
import { conventions } from '../activity/conventions/conventions.module';
import { indicators } from '../activity/indicators/indicators.module';
import { partners } from '../activity/partners/partners.module';
import { projects } from '../activity/projects/projects.module';
import { registrations } from '../activity/registrations/registrations.module';
import { reports } from '../activity/reports/reports.module';
import { rooms } from '../activity/rooms/rooms.module';
import { sessions } from '../activity/sessions/sessions.module';
import { topics } from '../activity/topics/topics.module';
import { trainerHours } from '../activity/trainer-hours/trainer-hours.module';
import { visits } from '../activity/visits/visits.module';
import { archive } from '../money/archive/archive.module';
import { bank } from '../money/bank/bank.module';
import { cardPayments } from '../money/card-payments/card-payments.module';
import { catalogue } from '../money/catalogue/catalogue.module';
import { chain } from '../money/chain/chain.module';
import { clientPage } from '../money/client-page/client-page.module';
import { closures } from '../money/closures/closures.module';
import { documents } from '../money/documents/documents.module';
import { booksExports } from '../money/exports/exports.module';
import { memberAccounts } from '../money/member-accounts/member-accounts.module';
import { money } from '../money/money.module';
import { documentNumbers } from '../money/numbers/numbers.module';
import { payments } from '../money/payments/payments.module';
import { prestations } from '../money/prestations/prestations.module';
import { pricing } from '../money/pricing/pricing.module';
import { reminders } from '../money/reminders/reminders.module';
import { seller } from '../money/seller/seller.module';
import { settlement } from '../money/settlement/settlement.module';
import { tariffs } from '../money/tariffs/tariffs.module';
import { agents } from '../network/agents/agents.module';
import { labs } from '../network/labs/labs.module';
import { link } from '../network/link/link.module';
import { machines } from '../network/machines/machines.module';
import { maintenance } from '../network/maintenance/maintenance.module';
import { openingHours } from '../network/opening-hours/opening-hours.module';
import { ports } from '../network/ports/ports.module';
import { installation } from '../pages/installation/installation.module';
import { live } from '../pages/live/live.module';
import { pages } from '../pages/pages.module';
import { accounts } from '../people/accounts/accounts.module';
import { auditLog } from '../people/audit-log/audit.module';
import { categories } from '../people/categories/categories.module';
import { directory } from '../people/directory/directory.module';
import { groups } from '../people/groups/groups.module';
import { memberImports } from '../people/import/import.module';
import { inductions } from '../people/inductions/inductions.module';
import { mailCheck } from '../people/mail-check/mail-check.module';
import { members } from '../people/members/members.module';
import { myself } from '../people/myself/myself.module';
import { notices } from '../people/notices/notices.module';
import { organisations } from '../people/organisations/organisations.module';
import { audit } from '../platform/audit/audit.feature';
import type { AuditAction } from '../platform/audit/audit-words';
import { contentReferences } from '../platform/content-references/content-references.module';
import { fileStore } from '../platform/file-store/file-store.module';
import { api } from '../platform/http/api.module';
import { subjectLabs } from '../platform/http/subject-labs.module';
import type { Feature } from '../platform/kit/feature';
import { mail } from '../platform/mail/mail.module';
import { persistence } from '../platform/persistence/persistence.feature';
import { personalData } from '../platform/personal-data/personal-data.module';
import { queues } from '../platform/queues/queues.module';
import { search } from '../platform/search/search.module';
import { accuracy } from '../production/accuracy/accuracy.module';
import { analysis } from '../production/analysis/analysis.module';
import { approval } from '../production/approval/approval.module';
import { bookings } from '../production/bookings/bookings.module';
import { files } from '../production/files/files.module';
import { guard } from '../production/guard/guard.module';
import { jobs } from '../production/jobs/jobs.module';
import { machineViews } from '../production/machine-views/machine-views.module';
import { matching } from '../production/matching/matching.module';
import { productionNotices } from '../production/notices/notices.module';
import { queueWeights } from '../production/queue-weights/queue-weights.module';
import { runs } from '../production/runs/runs.module';
import { slicerDoors } from '../production/submissions/slicer-doors/slicer-doors.module';
import { submissions } from '../production/submissions/uploads.module';
import { spools } from '../stock/spools/materials.module';
import { admin } from './admin/admin.feature';
import { health } from './health/health.module';
import { retention } from './retention/retention.module';

/** All features of the service: a new capability is a folder, and its feature is one line here. */
const all = [
  persistence,
  audit,
  contentReferences,
  fileStore,
  personalData,
  subjectLabs,
  search,
  queues,
  link,
  agents,
  files,
  mail,
  members,
  categories,
  groups,
  organisations,
  accounts,
  directory,
  memberImports,
  myself,
  auditLog,
  mailCheck,
  notices,
  guard,
  inductions,
  labs,
  openingHours,
  machines,
  maintenance,
  ports,
  spools,
  productionNotices,
  analysis,
  accuracy,
  approval,
  queueWeights,
  matching,
  machineViews,
  jobs,
  runs,
  bookings,
  submissions,
  slicerDoors,
  documentNumbers,
  seller,
  tariffs,
  catalogue,
  prestations,
  pricing,
  settlement,
  documents,
  chain,
  payments,
  bank,
  closures,
  archive,
  reminders,
  clientPage,
  booksExports,
  memberAccounts,
  cardPayments,
  money,
  topics,
  partners,
  cards,
  rooms,
  projects,
  sessions,
  registrations,
  trainerHours,
  visits,
  conventions,
  indicators,
  reports,
  live,
  installation,
  health,
  retention,
  admin,
  api,
  pages,
] satisfies readonly Feature[];

type ActionsOf<Words> = Words extends unknown ? keyof Words : never;
type WordsOf<Each> = Each extends { readonly auditWords: readonly (infer Words)[] } ? Words : never;
/** The audit actions for which no feature above has words. */
type Wordless = Exclude<AuditAction, ActionsOf<WordsOf<(typeof all)[number]>>>;

/** Does not compile while an action has no words; the error names the action. */
export const features: [Wordless] extends [never] ? readonly Feature[] : Wordless = all;
