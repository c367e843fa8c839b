// Parts that share the load of the service, each with servers of its own: members who pay, and cards.
// To run one part: npx jest test/medium/member-accounts.spec.ts -t 'accounts of members'
import './member-accounts/accounts';
import './card-payments/card-payments';
