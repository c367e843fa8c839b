import { WEB_PATHS } from '../../apps/server/src/web/web-paths';
import { PAGES } from '../../apps/web/src/frame/pages';

describe('the addresses of the web app', () => {
  it('are those that the server serves it under, so that a page can be loaded again', () => {
    const pages = PAGES.map(({ path }) => path.slice(1)).filter((path) => path !== '');
    expect([...WEB_PATHS].sort()).toEqual(pages.sort());
  });
});
