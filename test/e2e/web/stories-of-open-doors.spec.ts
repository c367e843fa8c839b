// Who comes to a lab, to learn or to print, and what the lab settles for them. To run one story alone:
// npx jest test/e2e/web/stories-of-open-doors.spec.ts -t '^desk'
import { shareBrowser } from './one-browser';

shareBrowser();

// Each file's own hooks run in its own `describe`, and only if one of its tests runs.
describe('settings', () => {
  require('./stories/settings');
});
describe('slicers', () => {
  require('./stories/slicers');
});
describe('sessions', () => {
  require('./stories/sessions');
});
describe('trainer', () => {
  require('./stories/trainer');
});
describe('desk', () => {
  require('./stories/desk');
});
