/** The part of fontkit that we use; it has no types of its own. */
declare module 'fontkit' {
  export interface Font {
    /** Every code point that the font has a glyph for. */
    readonly characterSet: readonly number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): unknown;
  }
  export function openSync(path: string): Font;
}
