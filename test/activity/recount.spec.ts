// Two years of a city from a seed, and everything that a report says of them counted again by code of its own (recount/).
// Parts that share the load of the service. One part: npx jest test/activity -t 'the report of a city'
import './indicators';
import './publics';
import './reports';
