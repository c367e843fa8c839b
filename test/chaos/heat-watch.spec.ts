import { HeatWatch, HOT_FOR_AT_MOST_MS } from './heat-watch';

const LONG = HOT_FOR_AT_MOST_MS;

describe('the watch over heaters', () => {
  it('reports one that stays on for too long, once', () => {
    const watch = new HeatWatch();
    expect(watch.look(true, LONG - 1)).toBeUndefined();
    expect(watch.look(true, 1)).toBe(LONG / 1000);
    expect(watch.look(true, LONG)).toBeUndefined();
    watch.look(false, 1);
    expect(watch.look(true, LONG)).toBe(LONG / 1000);
  });

  it('reports none that was off, that printed, or that could not have been switched off in the meantime', () => {
    const watch = new HeatWatch();
    watch.look(true, LONG - 1);
    watch.look(false, 1);
    expect(watch.look(true, LONG - 1)).toBeUndefined();
    watch.printed();
    expect(watch.look(true, LONG - 1)).toBeUndefined();
    watch.look(true, undefined);
    expect(watch.look(true, LONG - 1)).toBeUndefined();
  });
});
