// Parts that share the load of the service, each with servers of its own: the connections of labs and of browsers.
// To run one part: npx jest test/medium/links.spec.ts -t 'the embedded broker'
import './links/enrolment';
import './links/embedded-broker';
import './links/machine-secrets';
import './links/lab-hints';
import './links/live';
import './links/live-many';
import './links/slow-clients';
