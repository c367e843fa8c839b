import { html } from './html';

describe('html', () => {
  it('escapes what people typed, in text and in attributes', () => {
    const typed = `<script>"&'`;
    expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&#39;">&lt;script&gt;&quot;&amp;&#39;</p>',
    );
  });

  it('keeps HTML that it made itself, and leaves out undefined values', () => {
    const items = ['a', 'b & c'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${undefined}`.text).toBe('<ul><li>a</li><li>b &amp; c</li></ul>');
  });
});
