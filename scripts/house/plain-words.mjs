import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that make a sentence a riddle for those who read English as a second language, and what to write instead. */
const RIDDLES = [
  ['whoever', 'the actor: the caller, the member, the agent'],
  ['whomever', 'the actor'],
  ['whosoever', 'the actor'],
  ['somebody', 'the actor: a person, another process, a member of staff'],
  ['nobody', 'the actor, with "no": no process, no member'],
  ['anew', 'again'],
  ['another than', 'other than, or the thing'],
  ['amiss', 'wrong'],
  ['in vain', 'without success, or the result'],
  ['wished', 'requested'],
  ['ailing', 'broken, or what is wrong'],
  ['amid', 'during'],
  ['woe', 'failure'],
  ['lest', 'so that … not'],
  ['thereby', 'by this'],
  ['of its own accord', 'by itself'],
];
const PATTERN = new RegExp(`\\b(${RIDDLES.map(([word]) => word).join('|')})\\b`, 'gi');

/** Files of other people, generated ones, words that an earlier version stored, and this list. */
const LEFT_OUT =
  /^(test\/fixtures\/|docs\/screenshots\/|RELEASES\.md|THIRD-PARTY-LICENCES\.md|LICENSE|openapi\.json|package-lock\.json|apps\/web\/src\/api\/schema\.ts|scripts\/house\/plain-words\.mjs|test\/house\/plain-words\.spec\.ts|test\/medium\/migrations\/stored-words\.ts|test\/e2e\/upgrade\.spec\.ts)|\.migration\.ts$/;
const READ = /\.(ts|tsx|mjs|cjs|md)$/;

/**
 * @param {string} text
 * @returns {{ line: number, word: string, instead: string }[]} where the text has a riddle, counted from line 1
 */
export function findRiddles(text) {
  return text.split('\n').flatMap((line, at) =>
    [...line.matchAll(PATTERN)].map(([word]) => {
      const [, instead = ''] = RIDDLES.find(([riddle]) => riddle === word.toLowerCase()) ?? [];
      return { line: at + 1, word, instead };
    }),
  );
}

/**
 * Compares the files of the repository with how many riddles each may still have.
 * @param {string} root
 * @param {Readonly<Record<string, number>>} allowed by file; none where a file is not named
 * @returns {{ tooMany: string[], counts: Record<string, number> }} a line for each riddle of a file that has more than
 * it may have, and how many each file has
 */
export function countRiddles(root, allowed) {
  /** @type {string[]} */
  const tooMany = [];
  /** @type {Record<string, number>} */
  const counts = {};
  for (const file of filesOf(root)) {
    const found = findRiddles(readFileSync(join(root, file), 'utf8'));
    if (found.length > 0) counts[file] = found.length;
    if (found.length <= (allowed[file] ?? 0)) continue;
    tooMany.push(...found.map(({ line, word, instead }) => `${file}:${line} "${word}": write ${instead}`));
  }
  return { tooMany, counts };
}

/** Folders whose files are written by hand, in addition to the documents at the top. */
const FOLDERS = ['apps', 'libs', 'scripts', 'test', 'docs', 'docker', 'firmware-profiles'];

/** @param {string} root @returns {string[]} */
const filesOf = (root) =>
  ['.', ...FOLDERS.filter((folder) => existsSync(join(root, folder)))]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => READ.test(file) && !LEFT_OUT.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
    .sort();
