import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(__dirname, '../../apps/web/src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

/** A hand-written query key: two places that should share an answer would each fetch it, or a change would miss one. */
const MADE_UP = /(queryKey|mutationKey)\s*:\s*\[\s*['"`]/;

/**
 * Answers that no change may ask for again: the preview of a document that was issued meanwhile, amounts and prices
 * of rows that are being typed, the queue under rules that are being typed, articles for the letters that are being typed.
 */
const KEPT_APART = [
  'pages/documents/paper.ts',
  // A tablet has no account: its answers are those of its token.
  'pages/kiosk/kiosk.tsx',
  'pages/settings/queue-rules/use-preview.ts',
  'parts/line-editor/amounts.ts',
  'parts/line-editor/new-line.tsx',
  'parts/line-editor/price-dialog.tsx',
];

it('uses the API’s addresses as query keys, never hand-written ones', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(MADE_UP.test("useQuery({ queryKey: ['labs', id] })")).toBe(true);
  const guilty = sources.filter((file) => MADE_UP.test(readFileSync(join(src, file), 'utf8')));
  expect(guilty.sort()).toEqual(KEPT_APART);
});
