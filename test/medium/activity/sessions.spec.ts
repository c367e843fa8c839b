// Parts that share one server on each database, on one clock: sessions and the people at them.
// To run one part: npx jest test/medium/activity/sessions.spec.ts -t 'planning sessions'
import './sessions/planning';
import './sessions/registering';
import './sessions/attending';
import './sessions/appointments';
import './sessions/telling';
import './sessions/billing';
import './sessions/closing';
import './sessions/bad-input';
