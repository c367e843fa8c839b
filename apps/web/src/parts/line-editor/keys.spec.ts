import { stepOf } from './keys';

const pressed = (key: string, more = {}) => ({
  ...{ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
  ...more,
});
const middle = { isAtStart: false, isAtEnd: false, isOneLine: true, isList: false };
const go = (rows: number, columns: number) => ({ kind: 'go', rows, columns });

describe('keys in a cell', () => {
  it('go as in a spreadsheet', () => {
    expect(stepOf(pressed('Enter'), middle)).toEqual(go(1, 0));
    expect(stepOf(pressed('Enter', { shiftKey: true }), middle)).toEqual(go(-1, 0));
    expect(stepOf(pressed('ArrowUp'), middle)).toEqual(go(-1, 0));
    expect(stepOf(pressed('ArrowRight'), { ...middle, isAtEnd: true })).toEqual(go(0, 1));
    expect(stepOf(pressed('ArrowLeft'), { ...middle, isAtStart: true })).toEqual(go(0, -1));
  });

  it('stay inside a text and a list of choices', () => {
    expect(stepOf(pressed('ArrowLeft'), middle)).toBeUndefined();
    expect(stepOf(pressed('ArrowDown'), { ...middle, isOneLine: false })).toBeUndefined();
    expect(stepOf(pressed('ArrowDown'), { ...middle, isList: true })).toBeUndefined();
    expect(stepOf(pressed('Tab'), middle)).toBeUndefined();
  });

  it('select with Shift, and leave Control to the browser', () => {
    expect(stepOf(pressed('ArrowRight', { shiftKey: true }), { ...middle, isAtEnd: true })).toBeUndefined();
    expect(stepOf(pressed('Enter', { ctrlKey: true }), middle)).toBeUndefined();
  });

  it('move the row with Alt', () => {
    expect(stepOf(pressed('ArrowUp', { altKey: true }), middle)).toEqual({ kind: 'move', by: -1 });
    expect(stepOf(pressed('ArrowDown', { altKey: true }), middle)).toEqual({ kind: 'move', by: 1 });
  });
});
