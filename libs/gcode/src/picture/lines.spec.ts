import { Lines, MOST_POINTS } from './lines';

describe('the lines of a picture', () => {
  it('have room for as many points as are kept, each with its place', () => {
    const lines = new Lines();
    while (!lines.isFull) {
      const at = lines.length;
      lines.add(Float64Array.of(at, at / 2, -at), at % 5 === 0 ? 1 : 0);
    }
    expect(lines.length).toBe(MOST_POINTS);
    const wrong = Array.from({ length: MOST_POINTS }, (_, at) => at).filter(
      (at) =>
        lines.x[at] !== at ||
        lines.y[at] !== at / 2 ||
        lines.z[at] !== -at ||
        lines.starts[at] !== (at % 5 === 0 ? 1 : 0),
    );
    expect(wrong).toEqual([]);
    expect(lines.starts).toHaveLength(MOST_POINTS);
  });

  it('take little memory for a small file', () => {
    const lines = new Lines();
    lines.add(Float64Array.of(1, 2, 3), 1);
    expect(
      lines.x.byteLength + lines.y.byteLength + lines.z.byteLength + lines.starts.byteLength,
    ).toBeLessThan(64 * 1024);
  });
});
