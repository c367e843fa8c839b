// Parts that share the load of the service, most of them on shared servers: client orders, their lines, and what they cost.
// To run one part: npx jest test/medium/orders.spec.ts -t 'lists of client orders'
import './orders/lines';
import './orders/stages';
import './orders/states';
import './orders/lists';
import './orders/catalogue';
import './orders/client-page';
import './orders/billing-rules';
import './orders/billing-invoices';
