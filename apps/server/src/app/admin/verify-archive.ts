import { Fault } from '@pandafab/shared';
import { type ArchiveFindings, verifyArchive } from '../../money/archive/verify.cjs';
import { EXIT, printFailure, say } from './output';

/** `pandafab-server verify --archive <folder>`: the same verification as the program in the archive makes. */
export async function verifyFolder(folder: string, asJson: boolean): Promise<void> {
  let found: ArchiveFindings;
  try {
    found = await verifyArchive(folder);
  } catch (error) {
    printFailure(new Fault('HOST.ARCHIVE_UNREADABLE', { folder }, { cause: error }), asJson);
    return;
  }
  const { problems, counts, last } = found;
  process.exitCode = problems.length === 0 ? EXIT.whole : EXIT.broken;
  if (asJson) {
    process.stdout.write(
      `${JSON.stringify({ whole: problems.length === 0, problems, counts, head: last })}\n`,
    );
    return;
  }
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const verdict =
    problems.length === 0 ? say('The archive is whole', 'L’archive est entière') : say('Wrong', 'Anomalies');
  const counted = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`${verdict}: ${counted.join(', ')}\n`);
  process.stdout.write(`${say('Last link', 'Dernier maillon')}: ${last.sequence}, ${last.hash}\n`);
}
