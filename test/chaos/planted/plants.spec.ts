import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plants } from '.';
import { planted, plantedFiles } from './build-plant';

describe('the planted bugs', () => {
  it.each(plants.map((plant) => [plant.name, plant] as const))('%s can still be planted', (_, plant) => {
    expect(() => plantedFiles(plant)).not.toThrow();
  });

  it('have unique names, and are fifteen at least', () => {
    expect(new Set(plants.map(({ name }) => name)).size).toBe(plants.length);
    expect(plants.length).toBeGreaterThanOrEqual(15);
  });

  it('are listed in the documentation', () => {
    const text = readFileSync(join(__dirname, '../../../docs/reliability.md'), 'utf8');
    expect(plants.filter(({ name }) => !text.includes(`| \`${name}\``)).map(({ name }) => name)).toEqual([]);
  });

  it('fail loudly where the source has changed', () => {
    const edit = { file: 'a.ts', from: 'b()', to: '' };
    expect(() => planted('c();', edit)).toThrow('a.ts has this 0 times instead of once: b()');
    expect(() => planted('b(); b();', edit)).toThrow('2 times');
    expect(planted('b();', edit)).toBe(';');
  });
});
