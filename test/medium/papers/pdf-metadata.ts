/** The metadata packet of a PDF, which is never compressed. */
export function xmpOf(pdf: Buffer): string {
  const text = pdf.toString('utf8');
  const end = '</x:xmpmeta>';
  return text.slice(text.indexOf('<x:xmpmeta'), text.indexOf(end) + end.length);
}
