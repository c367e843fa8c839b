// Parts that share the load of the service, each with servers of its own: money that came in, and the books.
// To run one part: npx jest test/medium/payments.spec.ts -t 'payments of clients'
import './payments/exports';
import './payments/bank';
import './payments/payments';
import './payments/closures';
import './payments/reminders';
