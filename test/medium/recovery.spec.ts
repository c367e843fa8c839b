// Parts that share the load of the service, each with servers of its own: what is away, and comes back.
// To run one part: npx jest test/medium/recovery.spec.ts -t 'an emergency stop that does not arrive'
import './recovery/outages';
import './recovery/machine-away';
import './recovery/emergency-stop';
import './recovery/restored';
import './recovery/restored-others';
