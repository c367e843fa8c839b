import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(__dirname, '../../apps/web/src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

/** A hand-written query key: two places that should share an answer would each fetch it, or a change would miss one. */
const MADE_UP = /(queryKey|mutationKey)\s*:\s*\[\s*['"`]/;

it('uses the API’s addresses as query keys, never hand-written ones', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(MADE_UP.test("useQuery({ queryKey: ['labs', id] })")).toBe(true);
  const guilty = sources.filter((file) => MADE_UP.test(readFileSync(join(src, file), 'utf8')));
  expect(guilty).toEqual([]);
});
