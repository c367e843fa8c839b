// Parts that share one server on each database: what is the same for many routes.
// To run one part: npx jest test/medium/http.spec.ts -t 'lists that grow'
// First: it pages through all members two by two, and the other parts make more of them.
import './http/paging';
import './http/sorting';
import './http/given-texts';
import './http/openapi';
import './http/search';
import './http/unknown-addresses';
