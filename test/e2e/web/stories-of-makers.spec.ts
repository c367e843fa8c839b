// What people do who print and have no duties, or who come for the first time. To run one story alone:
// npx jest test/e2e/web/stories-of-makers.spec.ts -t '^account'
import { shareBrowser } from './one-browser';

shareBrowser();

// Each file's own hooks run in its own `describe`, and only if one of its tests runs.
describe('maker', () => {
  require('./stories/maker');
});
describe('material', () => {
  require('./stories/material');
});
describe('first hour', () => {
  require('./stories/first-hour');
});
describe('public pages', () => {
  require('./stories/public-pages');
});
describe('account', () => {
  require('./stories/account');
});
describe('notices', () => {
  require('./stories/notices');
});
describe('for whom', () => {
  require('./stories/for-whom');
});
