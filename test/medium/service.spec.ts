// Parts that share the load of the service, most of them on shared servers: what the service does for all pages.
// To run one part: npx jest test/medium/service.spec.ts -t 'the audit trail'
import './service/audit';
import './service/search-everything';
import './service/public-pages';
import './service/security-headers';
import './service/secrets';
import './service/service-state';
import './service/double-clicks';
import './service/limits';
import './service/dead-letters';
import './service/periodic-work';
import './service/several-servers';
