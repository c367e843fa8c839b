// Parts that share one server on each database: what slicers send, byte for byte.
// To run one part: npx jest test/medium/slicer-doors.spec.ts -t 'slicers of the type OctoPrint'
import './slicer-doors/app-keys';
import './slicer-doors/bodies';
import './slicer-doors/credentials';
import './slicer-doors/curl';
import './slicer-doors/device-page';
import './slicer-doors/moonraker';
import './slicer-doors/names';
import './slicer-doors/octoprint';
import './slicer-doors/prefix';
import './slicer-doors/prusa-link';
import './slicer-doors/refusals';
import './slicer-doors/repetier';
