import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { sheetsOf } from './files/sheets';
import { makeFiles } from './make-files';
import { sampleContent } from './testing/sample-content';

const parse = (text: string) => new XMLParser({ ignoreAttributes: false }).parse(text);

describe('the files of a report', () => {
  it('have the same bytes each time', async () => {
    const first = await makeFiles(sampleContent());
    const again = await makeFiles(sampleContent());
    expect(first.map(({ format }) => format)).toEqual(['pdf', 'ods', 'xlsx', 'csv']);
    for (const [at, { bytes }] of first.entries())
      expect(bytes.equals(again[at]?.bytes ?? Buffer.of())).toBe(true);
  });

  it('have the same figures in each format', async () => {
    const content = sampleContent();
    const files = new Map((await makeFiles(content)).map(({ format, bytes }) => [format, bytes]));
    const of = (format: 'ods' | 'xlsx' | 'csv') => files.get(format) ?? Buffer.of();
    expect(of('csv').toString()).toContain('"68120,44"');
    const sheet = Object.entries(unzipSync(of('xlsx'))).filter(([name]) => name.includes('worksheets/sheet'));
    expect(sheet).toHaveLength(sheetsOf(content).length);
    expect(sheet.some(([, bytes]) => strFromU8(bytes).includes('68120.44'))).toBe(true);
    const ods = unzipSync(of('ods'));
    const body = parse(strFromU8(ods['content.xml'] ?? new Uint8Array()));
    const names = body['office:document-content']['office:body']['office:spreadsheet']['table:table'].map(
      (table: Record<string, string>) => table['@_table:name'],
    );
    expect(names).toEqual(sheetsOf(content).map(({ name }) => name));
    expect(strFromU8(ods['content.xml'] ?? new Uint8Array())).toContain('office:value="68120.44"');
  });

  it('are an OpenDocument whose first entry is its type, not compressed', async () => {
    const ods =
      (await makeFiles(sampleContent())).find(({ format }) => format === 'ods')?.bytes ?? Buffer.of();
    expect(ods.subarray(30, 38).toString()).toBe('mimetype');
    expect(ods.subarray(38, 84).toString()).toBe('application/vnd.oasis.opendocument.spreadsheet');
  });

  it('run no text as a formula', async () => {
    const content = sampleContent({ intro: '=HYPERLINK("x")' });
    const files = await makeFiles(content);
    const csv = files.find(({ format }) => format === 'csv')?.bytes.toString() ?? '';
    expect(csv).toContain(`'=HYPERLINK`);
  });

  it('can be made of a report without anything in it', async () => {
    const { tables } = sampleContent();
    const publics = { ...tables.publics, people: 0, byAge: [], byGender: [], byNeighbourhood: [] };
    const none = Object.fromEntries(Object.keys(tables).map((name) => [name, []]));
    const empty = { ...none, publics: { ...publics, byNeighbourhoodAndAge: [] } } as unknown as typeof tables;
    const files = await makeFiles(
      sampleContent({ intro: null, objectives: [], overview: [], tables: empty }),
    );
    expect(files.every(({ bytes }) => bytes.length > 0)).toBe(true);
  });
});
