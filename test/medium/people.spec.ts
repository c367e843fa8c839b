// Parts that share the load of the service: members and organisations. The first ones share one server on each database.
// To run one part: npx jest test/medium/people.spec.ts -t 'categories of members'
import './people/account-list';
import './people/categories';
import './people/organisations';
import './people/members-and-organisations';
import './people/power';
import './people/twice';
import './people/groups';
import './people/guardians';
import './people/import';
import './people/inductions';
import './people/own';
import './people/residency';
