import type { LabId, Language } from '@pandafab/shared';
import { type Html, html } from '../../platform/http/html';
import { euros } from '../client-page/figures';
import { filled } from '../public-pages/account-texts';
import { renderPage } from '../public-pages/page';
import { textsFor } from '../public-pages/texts';
import { byDay, type Coming, timesInWords } from './programme-days';
import { type ProgrammeTexts, programmeTextsFor } from './programme-texts';

export interface Programme {
  readonly language: Language;
  readonly sessions: readonly Coming[];
  /** More than `sessions` when the list is cut. */
  readonly total: number;
  readonly labs: readonly { readonly id: LabId; readonly name: string }[];
  /** The lab that the reader chose; undefined: all labs. */
  readonly labId: LabId | undefined;
}

export const PROGRAMME_PATH = '/programme';

/** The coming public sessions, by day. No script, no account, and no name of a person. */
export function programmePage(programme: Programme): string {
  const { language, sessions, total, labs, labId } = programme;
  const words = programmeTextsFor(language);
  const lab = labs.find(({ id }) => id === labId);
  const days = byDay(sessions, language).map(
    ({ day, items }) => html`<h2>${day}</h2>
<ul class="programme">${items.map((session) => card(session, { words, language, namesLab: !lab }))}</ul>`,
  );
  const body = html`<p>${words.intro}</p>
<p><a class="button" href="/?next=%2Fsessions">${words.register}</a></p>
${labs.length > 1 ? labLinks(programme, words) : undefined}
${days.length > 0 ? days : html`<p><strong>${words.none}</strong> ${words.noneCure}</p>`}
${total > sessions.length ? html`<p class="soft">${filled(words.more, { count: String(sessions.length) })}</p>` : undefined}
${calendars(programme, words)}
${languageSwitch(programme, words)}`;
  const title = lab ? filled(words.titleOf, { lab: lab.name }) : words.title;
  return renderPage({ language, title, body, isWide: true }, textsFor(language));
}

interface Shown {
  readonly words: ProgrammeTexts;
  readonly language: Language;
  readonly namesLab: boolean;
}

function card(session: Coming, { words, language, namesLab }: Shown): Html {
  const { kind, title, titleEn, description, labName, priceCents, audience } = session;
  const facts = [
    words.kinds[kind],
    ...(namesLab ? [labName] : []),
    priceCents === 0 ? words.free : euros(priceCents, language),
    ...(audience === 'members' ? [words.membersOnly] : []),
  ];
  const name = language === 'en' ? (titleEn ?? title) : title;
  return html`<li><p><strong>${name}</strong><br>${timesInWords(session, language, words.zone)}<br><span class="soft">${facts.join(' · ')}</span><br>${placesOf(session, words)}</p>
${description ? html`<p class="lines">${description}</p>` : undefined}</li>`;
}

function placesOf({ placesLeft }: Coming, words: ProgrammeTexts): string {
  if (placesLeft === null) return '';
  if (placesLeft === 0) return words.full;
  return placesLeft === 1 ? words.onePlace : filled(words.places, { count: String(placesLeft) });
}

const addressOf = (language: Language, labId?: LabId): string =>
  `${PROGRAMME_PATH}?${labId ? `lab=${labId}&` : ''}language=${language}`;

function labLinks({ labs, labId, language }: Programme, words: ProgrammeTexts): Html {
  const link = (id: LabId | undefined, name: string) =>
    html`<li><a href="${addressOf(language, id)}"${id === labId ? html` aria-current="page"` : undefined}>${name}</a></li>`;
  return html`<nav aria-label="${words.labs}"><ul class="chips">${link(undefined, words.allLabs)}${labs.map(({ id, name }) => link(id, name))}</ul></nav>`;
}

/** A calendar program reads one lab at a time. */
function calendars({ labs, labId }: Programme, words: ProgrammeTexts): Html | undefined {
  const shown = labs.filter(({ id }) => labId === undefined || id === labId);
  if (shown.length === 0) return undefined;
  const items = shown.map(
    ({ id, name }) =>
      html`<li><a href="/api/v1/labs/${id}/calendar.ics">${filled(words.calendar, { lab: name })}</a></li>`,
  );
  return html`<ul class="papers">${items}</ul>`;
}

function languageSwitch({ language, labId }: Programme, words: ProgrammeTexts): Html {
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<p class="switch"><a href="${addressOf(other, labId)}" lang="${other}" hreflang="${other}">${words.switchLanguage}</a></p>`;
}
