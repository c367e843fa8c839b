import { createHash } from 'node:crypto';

/** The one style sheet of the public pages. Contrasts are at least 4.5:1 in both colour schemes (WCAG 2.2, 1.4.3). */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f4f2ee; --card: #fff; --ink: #1d1d1b; --soft: #57544e;
  --line: #87827a; --accent: #0b5d4e; --on-accent: #fff; --wrong: #a4161a; --wrong-ground: #fdf0ef; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #171816; --card: #22231f; --ink: #f1efe9; --soft: #bdb9b0;
    --line: #8d8980; --accent: #7fd6c2; --on-accent: #10251f; --wrong: #ffb4ab; --wrong-ground: #3a1f1d; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main.wide { max-width: 36rem; }
main:has(.programme) { max-width: 60rem; }
.wide .mark { margin-bottom: 1rem; font-size: 1.5rem; line-height: 1.25; }
main { max-width: 27rem; margin: 0 auto; padding: clamp(1.5rem, 8vh, 5rem) 1rem 2rem; }
.mark { margin: 0; font-size: 1.75rem; font-weight: 700; letter-spacing: -0.02em; }
.tagline { margin: 0 0 1.5rem; color: var(--soft); }
.card { background: var(--card); border-radius: 0.75rem; padding: 1.5rem; box-shadow: 0 1px 3px rgb(0 0 0 / 0.18); }
h1 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.25; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
p:last-child { margin-bottom: 0; }
form + p { margin-top: 1rem; }
.field { margin-bottom: 1.25rem; }
label { display: block; margin-bottom: 0.375rem; font-weight: 600; }
input, select, textarea { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; }
input[type="checkbox"] { width: 1.5rem; min-height: 1.5rem; flex: none; accent-color: var(--accent); }
.tick { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; }
.tick label { flex: 1; margin: 0; font-weight: 400; }
input[aria-invalid] { border: 2px solid var(--wrong); }
.hint { margin: 0.375rem 0 0; color: var(--soft); font-size: 0.9375rem; }
.wrong { margin: 0.375rem 0 0; color: var(--wrong); font-size: 0.9375rem; font-weight: 600; }
.alert { margin-bottom: 1.25rem; padding: 0.75rem 1rem; color: var(--wrong); background: var(--wrong-ground);
  border-left: 4px solid var(--wrong); border-radius: 0.25rem; }
.alert p { margin: 0; }
button { width: 100%; min-height: 2.75rem; padding: 0.5rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 0; border-radius: 0.5rem; }
a.button { display: block; min-height: 2.75rem; padding: 0.5rem 1rem; font-weight: 600; text-align: center;
  text-decoration: none; border: 1px solid var(--accent); border-radius: 0.5rem; }
button.plain { color: var(--accent); background: none; border: 1px solid var(--accent); }
a { display: inline-block; padding: 0.375rem 0; color: var(--accent); }
h2 { margin: 2rem 0 0.75rem; font-size: 1.125rem; line-height: 1.25; overflow-wrap: anywhere; }
h3 { margin: 1.5rem 0 0.75rem; font-size: 1.0625rem; }
.state { display: inline-block; margin-bottom: 0.75rem; padding: 0.125rem 0.75rem; font-weight: 600;
  border: 2px solid var(--accent); border-radius: 1rem; }
.soft { color: var(--soft); }
.quote { padding-top: 0.25rem; }
.quote, .switch { border-top: 1px solid var(--line); }
.quote h2 { margin-top: 1.25rem; }
.figures { display: grid; grid-template-columns: 1fr auto; gap: 0.25rem 1rem; margin: 0 0 0.75rem; }
.figures dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
.answer { padding: 0.75rem 1rem; background: var(--ground); border-left: 4px solid var(--accent); border-radius: 0.25rem; }
.stages, .papers { margin: 0 0 1rem; padding: 0; list-style: none; }
.stages li { margin-bottom: 0.75rem; padding-left: 1rem; border-left: 4px solid var(--line); }
.stages li.done { border-color: var(--accent); }
.papers li { margin-bottom: 0.75rem; }
.programme, .chips { margin: 0 0 1rem; padding: 0; list-style: none; }
.programme { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 0.75rem; }
.programme li { padding: 0.75rem 1rem; background: var(--ground); border-radius: 0.5rem; }
main:has(.programme) a.button { display: inline-block; }
.programme p { margin-bottom: 0.25rem; }
.lines { white-space: pre-line; }
.chips { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.chips a { padding: 0.5rem 0.875rem; text-decoration: none; border: 1px solid var(--line); border-radius: 1.5rem; }
.chips a[aria-current] { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
figure { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin: 0.5rem 0; }
figcaption { flex: 1 1 12rem; color: var(--soft); font-size: 0.9375rem; }
.code { width: 10rem; height: 10rem; border-radius: 0.25rem; }
summary { min-height: 2.75rem; padding: 0.625rem 0; color: var(--accent); font-weight: 600; cursor: pointer; }
.switch { margin: 2rem 0 0; padding-top: 0.75rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

const version = createHash('sha256').update(STYLE).digest('hex').slice(0, 12);

/** Changes with the content, so that browsers can cache it for ever. */
export const STYLE_URL = `/public-pages.css?v=${version}`;
