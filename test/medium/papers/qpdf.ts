import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryDirectory } from '@pandafab/testing';

const run = (args: readonly string[]): Buffer =>
  execFileSync('qpdf', args, { stdio: ['ignore', 'pipe', 'pipe'] });

export interface ContainerReport {
  readonly pages: number;
  /** By name; the bytes as qpdf takes them out. */
  readonly attachments: Readonly<Record<string, Buffer>>;
}

function inspect(file: string): ContainerReport {
  run(['--check', file]);
  const keys = ['--json-key=attachments', '--json-key=pages'];
  const { attachments, pages } = JSON.parse(run(['--json', ...keys, file]).toString());
  const read = (name: string): [string, Buffer] => [name, run([`--show-attachment=${name}`, file])];
  return { pages: pages.length, attachments: Object.fromEntries(Object.keys(attachments).map(read)) };
}

/** What an independent program finds in a PDF. Throws when it finds the file damaged. */
export async function inspectWithQpdf(pdf: Buffer): Promise<ContainerReport> {
  const folder = await temporaryDirectory();
  try {
    const file = join(folder.path, 'document.pdf');
    await writeFile(file, pdf);
    return inspect(file);
  } finally {
    await folder.remove();
  }
}
