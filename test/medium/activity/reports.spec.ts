// Parts that share the load of the service, each with servers of its own: what a city is told of its labs.
// To run one part: npx jest test/medium/activity/reports.spec.ts -t 'conventions'
import './reports/closed-lab';
import './reports/conventions';
import './reports/indicators';
import './reports/reports';
