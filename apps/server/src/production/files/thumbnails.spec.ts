import { choosePicture } from './thumbnails';

const [small, large] = [{ width: 48 }, { width: 400 }];

describe('the picture for a given width', () => {
  it.each([
    ['is the smallest that fills it', 40, small],
    ['fits exactly', 48, small],
    ['is larger if the smaller one would be blurred', 49, large],
    ['is the largest if none fills it', 2000, large],
    ['is the largest without a requested width', undefined, large],
  ])('%s', (_what, width, chosen) => {
    expect(choosePicture([small, large], width)).toBe(chosen);
  });

  it('is undefined if the file has no picture', () => {
    expect(choosePicture([], 48)).toBeUndefined();
  });
});
