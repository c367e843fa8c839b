import { createReadStream, existsSync } from 'node:fs';
import { decimalIn, Fault, typeset } from '@pandafab/shared';
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { ChainHead, ChainLink } from '../../money/chain/chain.entities';
import { HeadLog, headLogFile } from '../../money/chain/head-log';
import { type Verification, verifyChain } from '../../money/chain/verify/verify-chain';
import { DocumentFile, PaperDocument } from '../../money/documents/document.entities';
import { storedPath } from '../../platform/file-store/stored-path';
import { readConfig, type ServerConfig, sqliteFile } from '../../platform/kit/config';
import { openForReading } from '../../platform/persistence/data-source';
import { chainedRecords } from './chained-records';
import { EXIT, printFailure, problemOf, say, terminalLanguage } from './output';
import { verifyFolder } from './verify-archive';
import { verifyHelp } from './verify-help';

interface Options {
  readonly files?: boolean;
  readonly json?: boolean;
  readonly archive?: string;
}

/** A running service writes the head of a document that it just issued. */
const PATIENCE_MS = 2000;

/** `pandafab-server verify`: computes the hash chain again and names the first record that is wrong. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description(
      say(
        'Compute the hash chain over documents, payments and closures again, and name the first record that is wrong',
        'Recalculer la chaîne des documents, encaissements et clôtures, et nommer la première anomalie',
      ),
    )
    .option(
      '--files',
      say('hash the stored PDF and XML files again too', 'relire aussi les fichiers PDF et XML stockés'),
    )
    .option(
      '--archive <folder>',
      say(
        'verify an unpacked yearly archive instead',
        'vérifier une archive annuelle décompressée à la place',
      ),
    )
    .option('--json', say('print one JSON object', 'afficher un objet JSON'))
    .addHelpText('after', verifyHelp)
    .action(verify);
}

async function verify({ files = false, json = false, archive }: Options): Promise<void> {
  if (archive !== undefined) return verifyFolder(archive, json);
  let database: DataSource | undefined;
  try {
    const config = readConfig(process.env);
    database = await open(config);
    const { dataDirectory } = config;
    const found = await verifyChain({
      manager: database.manager,
      log: new HeadLog(headLogFile(dataDirectory)),
      records: chainedRecords,
      open: files ? (sha256) => createReadStream(storedPath(dataDirectory, sha256)) : undefined,
      patienceMs: PATIENCE_MS,
    });
    print(found, json);
  } catch (error) {
    printFailure(asOlder(error), json);
  } finally {
    await database?.destroy();
  }
}

function open(config: ServerConfig): Promise<DataSource> {
  const { databaseUrl, dataDirectory } = config;
  const file = sqliteFile(config);
  if (!databaseUrl && !existsSync(file))
    throw new Fault('HOST.DATABASE_MISSING', { directory: dataDirectory });
  return openForReading(databaseUrl ? { postgresUrl: databaseUrl } : { sqliteFile: file }, [
    ...[ChainHead, ChainLink, PaperDocument, DocumentFile],
    ...chainedRecords.flatMap(({ entity, reads = [] }) => [entity, ...reads]),
  ]);
}

/** A table that the service has not made yet (SQLite, and PostgreSQL's 42P01). */
function asOlder(error: unknown): unknown {
  const { message = '', code } = (error ?? {}) as { message?: string; code?: string };
  const isOlder = code === '42P01' || /no such table/.test(message);
  return isOlder ? new Fault('HOST.DATABASE_OLDER', {}, { cause: error }) : error;
}

function print(found: Verification, asJson: boolean): void {
  const { problem, head } = found;
  process.exitCode = problem ? EXIT.broken : EXIT.whole;
  const told = problem && problemOf(problem);
  if (asJson) process.stdout.write(`${JSON.stringify({ ...found, whole: !problem, problem: told })}\n`);
  else if (told) process.stderr.write(`${told.what}\n${told.cure}\n`);
  if (asJson) return;
  process.stdout.write(`${summary(found)}\n`);
  if (!problem && head.sequence > 0) process.stdout.write(`${headLine(found)}\n`);
}

function summary({ links, documents, records, files, erased, problem }: Verification): string {
  const number = (value: number) => decimalIn(value, terminalLanguage);
  const [shown, papers] = [number(links), number(documents)];
  const counted = say(
    `links ${shown}, documents ${papers}, other records ${number(records)}, stored files ${number(files)}, erased clients ${number(erased)}`,
    `maillons ${shown}, documents ${papers}, autres éléments ${number(records)}, fichiers stockés ${number(files)}, clients effacés ${number(erased)}`,
  );
  const verdict = problem
    ? say('Checked up to there', 'Vérifiés jusque-là')
    : say('The chain is whole', 'La chaîne est entière');
  return typeset(`${verdict}${say(':', ' :')} ${counted}`, terminalLanguage);
}

const headLine = ({ head: { sequence, hash } }: Verification): string =>
  say(`Last link: ${sequence}, ${hash}`, typeset(`Dernier maillon : ${sequence}, ${hash}`, 'fr'));
