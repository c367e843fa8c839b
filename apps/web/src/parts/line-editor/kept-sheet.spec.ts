import { type KeptSheet, keepSheet, keptSheet } from './kept-sheet';
import { newRow } from './row';

class Kept {
  private readonly values = new Map<string, string>();
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.values.set(key, value);
  removeItem = (key: string) => void this.values.delete(key);
}
const row = newRow({ activity: 'a', nature: 'services', servedOn: '' }, 'k');
const sheet: KeptSheet = {
  base: { version: 3, rows: [], discount: '' },
  mine: { rows: [row], discount: '5 %' },
};

describe('a sheet that is not saved', () => {
  it('is kept until it is forgotten', () => {
    const storage = new Kept();
    keepSheet(storage, 'lines', sheet);
    expect(keptSheet(storage, 'lines')).toEqual(sheet);
    expect(keptSheet(storage, 'other')).toBeNull();
    keepSheet(storage, 'lines', null);
    expect(keptSheet(storage, 'lines')).toBeNull();
  });

  it('is left out when it has another form, or the storage refuses', () => {
    const storage = new Kept();
    storage.setItem(
      'pandafab-draft-lines',
      JSON.stringify({ base: { version: 1, rows: [{}], discount: '' } }),
    );
    expect(keptSheet(storage, 'lines')).toBeNull();
    storage.setItem('pandafab-draft-lines', '{');
    expect(keptSheet(storage, 'lines')).toBeNull();
    storage.setItem = () => {
      throw new Error('full');
    };
    expect(() => keepSheet(storage, 'lines', sheet)).not.toThrow();
  });
});
