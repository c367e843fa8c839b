import { choosePicture } from './thumbnails';

const [small, large] = [{ width: 48 }, { width: 400 }];

describe('the picture for a place', () => {
  it.each([
    ['fills it and is no larger than need be', 40, small],
    ['fits exactly', 48, small],
    ['is larger rather than blurred', 49, large],
    ['is the largest where none fills it', 2000, large],
    ['is the largest where no size is asked', undefined, large],
  ])('%s', (_what, width, chosen) => {
    expect(choosePicture([small, large], width)).toBe(chosen);
  });

  it('is none where there is none', () => {
    expect(choosePicture([], 48)).toBeUndefined();
  });
});
