import { defaultsOf, numberIn, typedOf, valuesOf, type Weight } from './typed-weights';

const ageing: Weight = {
  ...{ name: 'ageing', unit: 'times', value: 0.75, default: 0.5, min: 0.05, max: 20, step: 0.05 },
};
const change: Weight = {
  ...{ name: 'changeHours', unit: 'hours', value: 6, default: 6, min: 0, max: 168, step: 0.5 },
};

it('fills the fields with the values, or with the defaults', () => {
  expect(typedOf([ageing, change])).toEqual({ ageing: '0.75', changeHours: '6' });
  expect(defaultsOf([ageing, change])).toEqual({ ageing: '0.5', changeHours: '6' });
});

it('reads both decimal signs, empty fields as the default, and nothing out of bounds', () => {
  expect(['0,5', '0.5', 0.5, '', '0', 'x', '21'].map((typed) => numberIn(ageing, typed))).toEqual([
    ...[0.5, 0.5, 0.5, null, undefined, undefined, undefined],
  ]);
});

it('asks for a preview only while each field is right', () => {
  expect(valuesOf([ageing, change], { ageing: '1', changeHours: '' })).toEqual({
    ...{ ageing: 1, changeHours: null },
  });
  expect(valuesOf([ageing, change], { ageing: '-1', changeHours: '2' })).toBeUndefined();
});
