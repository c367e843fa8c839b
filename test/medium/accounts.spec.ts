// Parts that share the load of the service, each with servers of its own: accounts and their sessions.
// To run one part: npx jest test/medium/accounts.spec.ts -t 'browsers that an account knows'
import './accounts/access';
import './accounts/sessions';
import './accounts/setup';
import './accounts/sign-in';
import './accounts/known-devices';
import './accounts/no-enumeration';
