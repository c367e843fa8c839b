// Prices, papers, the month's end and the year's reports. To run one story alone:
// npx jest test/e2e/web/stories-of-money.spec.ts -t '^report'
import { shareBrowser } from './one-browser';

shareBrowser();

// Each file's own hooks run in its own `describe`, and only if one of its tests runs.
describe('settings money', () => {
  require('./stories/settings-money');
});
describe('papers', () => {
  require('./stories/papers');
});
describe('month end', () => {
  require('./stories/month-end');
});
describe('report', () => {
  require('./stories/report');
});
describe('client page', () => {
  require('./stories/client-page');
});
