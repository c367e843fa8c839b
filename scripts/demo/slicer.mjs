import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { ApiClient } from '../lib/api-client.mjs';
import { Stop } from '../lib/exit.mjs';
import { say } from '../lib/language.mjs';

/** @typedef {{ address: string, token: string }} Slicer what a person enters in a slicer */

/**
 * Camille's slicer: the address of her lab and her token, which is kept, because the server shows it only once.
 * @param {any} network from `openNetwork`
 * @param {import('./state.mjs').DemoState} state
 * @returns {Promise<Slicer>}
 */
export async function openSlicer({ url, people, labs }, state) {
  const maker = new ApiClient(url);
  const { email, password } = people.camille;
  await maker.login('/api/v1/auth/login', { email, password });
  const request = { name: 'PrusaSlicer', scopes: ['slicer'] };
  const token = await state.keep('slicer', async () => (await maker.post('/api/v1/tokens', request)).token);
  const { items } = await maker.get('/api/v1/slicer-addresses');
  const { address } = items.find((each) => each.labId === labs.fontaine.id && each.machineId === null);
  return { address, token };
}

/**
 * Sends a file as PrusaSlicer does with the type of host OctoPrint.
 * @param {Slicer} slicer
 * @param {string} file path on disk
 * @param {ApiClient} maker whose slicer it is
 * @returns {Promise<{ jobs: { id: string }[] }>} as the API answers to a submission
 */
export async function sendBySlicer({ address, token }, file, maker) {
  const body = new FormData();
  body.set('print', 'true');
  body.set('path', '');
  body.set('file', await openAsBlob(file), basename(file));
  const headers = { 'x-api-key': token, 'user-agent': 'PrusaSlicer/2.9.4' };
  const answer = await fetch(`${address}/api/files/local`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Stop(`${address}: ${answer.status} ${await answer.text()}`);
  const { items } = await maker.get('/api/v1/jobs?sort=-createdAt&limit=1');
  return { jobs: items };
}

/**
 * What to enter in a slicer, to send files into the demonstration.
 * @param {Slicer} slicer
 */
export function tellSlicer({ address, token }) {
  const lines = [
    say(
      '  From a slicer, as Camille (type of host: OctoPrint):',
      '  Depuis un trancheur, comme Camille (type d’hôte\u00a0: OctoPrint)\u00a0:',
    ),
    `    ${say('address', 'adresse')}  ${address}`,
    `    ${say('API key', 'clé API')}  ${token}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
