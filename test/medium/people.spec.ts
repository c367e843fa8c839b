// Parts that share one server on each database: members, organisations, and what people are told.
// To run one part: npx jest test/medium/people.spec.ts -t 'categories of members'
import './people/account-list';
import './people/categories';
import './people/organisations';
import './people/members-and-organisations';
import './people/power';
import './people/twice';
import './notices/bell';
