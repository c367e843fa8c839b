// Parts that share one server on each database: machines and the agents of labs.
// To run one part: npx jest test/medium/machines.spec.ts -t 'the guard'
import './machines/chain';
import './machines/attention';
import './machines/console';
import './machines/guard';
import './machines/ports';
import './machines/retirement';
import './machines/filaments-and-profiles';
import './machines/opening-hours';
import './machines/description';
import './machines/maintenance';
