// Parts that share the load of the service, each with servers of its own: who comes through the door, and projects.
// To run one part: npx jest test/medium/activity/visits.spec.ts -t 'visits of a lab'
import './visits/visits';
import './visits/kiosk';
import './visits/projects';
