// Parts that share the load of the service, each with servers of its own: groups, guardians, imports, inductions, proofs.
// To run one part: npx jest test/medium/members.spec.ts -t 'inductions'
import './people/groups';
import './people/guardians';
import './people/import';
import './people/inductions';
import './people/own';
import './people/residency';
