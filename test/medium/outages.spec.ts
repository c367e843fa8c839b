// Parts that share the load of the service, each with servers of its own: what is away, and comes back.
// To run one part: npx jest test/medium/outages.spec.ts -t 'an emergency stop that does not arrive'
import './outages/services';
import './outages/machine-away';
import './outages/emergency-stop';
