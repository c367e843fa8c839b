import { createHash } from 'node:crypto';
import type { Language } from '@pandafab/shared';
import { Html, html } from '../../../../platform/http/html';
import { deviceTexts } from './device-texts';

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.375rem; } h2 { font-size: 1.125rem; }
ul { padding: 0; list-style: none; }
li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: 0.375rem 0; }
li + li { border-top: 1px solid #87827a; }
li span { overflow-wrap: anywhere; }
`;

/**
 * PrusaSlicer and OrcaSlicer open the page without a key, add the key to `fetch`, and load the page again: only a
 * request of the page's script has it.
 */
const SCRIPT = `
const fill = (id, rows) => document.getElementById(id).replaceChildren(...rows.map((row) => {
  const item = document.createElement('li');
  for (const text of row) item.append(Object.assign(document.createElement('span'), { textContent: text }));
  return item;
}));
async function show() {
  const answer = await fetch(location.pathname.replace(/\\/$/, '') + '/device.json', { credentials: 'omit' });
  document.getElementById('sign-in').hidden = answer.status !== 401;
  document.getElementById('content').hidden = !answer.ok;
  if (!answer.ok) return;
  const { jobs, machines } = await answer.json();
  fill('jobs', jobs);
  fill('machines', machines);
  document.getElementById('none').hidden = jobs.length > 0;
}
show();
setInterval(show, 10000);
`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The headers of the page: its own script and style, and nothing else. */
export const DEVICE_PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    `default-src 'none'; script-src ${hashOf(SCRIPT)}; style-src ${hashOf(STYLE)}; connect-src 'self'; ` +
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  vary: 'Accept-Language',
};

/** What a slicer shows in its tab for the machine. It says nothing about people without a key. */
export function devicePage(language: Language, target: string): string {
  const texts = deviceTexts[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${texts.title} – PandaFab</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<h1>${target}</h1>
<p id="sign-in" hidden>${texts.signIn} <a href="/">${texts.signInLink}</a></p>
<div id="content" hidden>
<h2>${texts.jobs}</h2>
<p id="none">${texts.none}</p>
<ul id="jobs"></ul>
<h2>${texts.machines}</h2>
<ul id="machines"></ul>
</div>
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`.text;
}
