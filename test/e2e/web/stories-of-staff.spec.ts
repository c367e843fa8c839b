// What the staff of labs do. To run one story alone: npx jest test/e2e/web/stories-of-staff.spec.ts -t '^gestures'
import { shareBrowser } from './one-browser';

shareBrowser();

// Each file's own hooks run in its own `describe`, and only if one of its tests runs.
describe('administration', () => {
  require('./stories/administration');
});
describe('manager', () => {
  require('./stories/manager');
});
describe('hours', () => {
  require('./stories/hours');
});
describe('keyboard', () => {
  require('./stories/keyboard');
});
describe('gestures', () => {
  require('./stories/gestures');
});
describe('safety', () => {
  require('./stories/safety');
});
