// Parts that share the load of the service, each with servers of its own: the tables, and records from before.
// To run one part: npx jest test/medium/migrations.spec.ts -t 'documents from before the chain'
import './migrations/schema';
import './migrations/unit-of-work';
import './migrations/carried-invoices';
import './migrations/carried-links';
import './migrations/machine-secrets';
import './migrations/member-references';
import './migrations/orders';
import './migrations/queue-rank';
import './migrations/stored-words';
