// Parts that share the load of the service, each with servers of its own: real agents.
// To run one part: npx jest test/medium/agents.spec.ts -t 'the guard of an agent'
import './agents/announcement';
import './agents/crash';
import './agents/guard';
import './agents/lost-writes';
import './agents/ports';
import './agents/runs';
import './agents/secrets';
import './agents/survival';
import './agents/watchdog';
