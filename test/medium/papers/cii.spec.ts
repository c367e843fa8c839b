import { writeCii } from '../../../apps/server/src/money/rendering/xml/write-cii';
import { checkSchema } from './checker/check-schema';
import { PAPERS } from './fixtures/papers';

const documents = Object.fromEntries(
  Object.entries(PAPERS).map(([name, content]) => [name, writeCii(content)]),
);

describe('the XML of a document', () => {
  it('follows the schema of Factur-X', () => {
    const errors = checkSchema(documents);
    expect(Object.entries(errors).filter(([, each]) => each.length > 0)).toEqual([]);
    expect(Object.keys(errors)).toHaveLength(Object.keys(PAPERS).length);
  });
});
