// Parts that share one server on each database: jobs and their files.
// To run one part: npx jest test/medium/production.spec.ts -t 'the next job of a machine'
import './production/jobs-access';
import './production/jobs-readers';
import './production/redo';
import './production/next-job';
import './production/material-choice';
import './production/thumbnails';
import './production/uploads-served';
import './production/spool-changes';
import './production/expected-hours';
import './production/races';
import './production/bookings';
import './production/hands';
import './production/approval';
import './production/hands-races';
import './production/queue-rules';
import './production/why';
import './production/copies';
import './production/equipment';
import './production/labs-of-a-job';
