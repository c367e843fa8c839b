// Parts that share the load of the service, most of them on shared servers: accounts and their sessions.
// To run one part: npx jest test/medium/accounts.spec.ts -t 'browsers that an account knows'
import './accounts/access';
import './accounts/sessions';
import './accounts/setup';
import './accounts/sign-in';
import './accounts/known-devices';
import './accounts/no-enumeration';
