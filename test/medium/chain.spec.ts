// Parts that share the load of the service, each with servers of its own: the chain of hashes over issued documents.
// To run one part: npx jest test/medium/chain.spec.ts -t 'pandafab-server verify'
import './chain/links';
import './chain/tampering';
import './chain/verify-command';
