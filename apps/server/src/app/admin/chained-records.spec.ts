import { chainedOf } from '../../money/chain/chained-record';
import { features } from '../features';
import { chainedRecords } from './chained-records';

it('the command verifies every kind of record that a feature links', () => {
  expect([...chainedRecords].sort(byKind)).toEqual([...chainedOf(features)].sort(byKind));
});

const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1);
