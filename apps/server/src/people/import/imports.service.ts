import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../accounts/access';
import type { Page } from '../../api/fields';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { Lab } from '../../labs/lab.entity';
import { latestFirst, type Part, readPart } from '../../persistence/keyset';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { holdMembers } from '../hold-members';
import { MemberImport } from '../member-import.entity';
import { demandLab } from '../members.service';
import { checkFile } from './check-file';
import { guardianTexts } from './find-guardian';
import { type CsvFile, readCsv } from './read-csv';
import type { LineProblem } from './read-line';
import { allCategories, membersCalled, type Surroundings } from './surroundings';
import { writeMembers } from './write-members';

export interface ImportRequest {
  readonly bytes: Buffer;
  readonly fileName: string;
  /** The home lab of lines that name none. */
  readonly labId: LabId | null;
  readonly sameEmail: boolean;
}

/** Who imports. */
export type Importer = Pick<CurrentAccountInfo, 'accountId' | 'memberId'>;

export interface ImportReport {
  /** Null where nothing was written. */
  readonly importId: string | null;
  readonly lines: number;
  /** Made, or to be made, as far as their lines are right. */
  readonly members: number;
  readonly problems: readonly LineProblem[];
  readonly ignoredColumns: readonly string[];
}

/** Why nothing was imported, line by line. */
export class BadLines extends Fault {
  constructor(readonly problems: readonly LineProblem[]) {
    super('IMPORT.BAD_LINES', { count: countLines(problems) });
  }
}

const countLines = (problems: readonly LineProblem[]): number =>
  new Set(problems.map(({ line }) => line)).size;

/** Members from a spreadsheet: all of a file, or nothing of it. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** The latest first. */
  list(page: Page): Promise<Part<MemberImport>> {
    return readPart(
      this.read.of(MemberImport).createQueryBuilder('import'),
      latestFirst<MemberImport>('import', 'createdAt'),
      page,
    );
  }

  /** What an import would do; writes nothing. @throws Fault IMPORT.… of the file as a whole, MEMBER.UNKNOWN_LAB. */
  async tryOut(request: ImportRequest, importer: Importer): Promise<ImportReport> {
    const file = readCsv(request.bytes);
    const { members, problems } = await this.check(this.read.manager, file, request, importer);
    return report(null, file, members.length, problems);
  }

  /** @throws BadLines, and what `tryOut` throws. */
  async take(request: ImportRequest, importer: Importer): Promise<ImportReport> {
    const file = readCsv(request.bytes);
    const { accountId: createdBy } = importer;
    return this.unitOfWork.run(async (manager) => {
      await holdMembers(manager);
      const { members, problems } = await this.check(manager, file, request, importer);
      if (problems.length > 0) throw new BadLines(problems);
      const id = newId<string>();
      const made = { id, fileName: request.fileName, members: members.length };
      const times = { createdBy, createdAt: this.clock.now(), undoneBy: null, undoneAt: null };
      await manager.insert(MemberImport, { ...made, ...times });
      await writeMembers(manager, this.clock, members, id, createdBy);
      const after = { members: members.length };
      await audit(manager, this.clock, { action: 'import.made', subject: ['import', id], after });
      return report(id, file, members.length, []);
    });
  }

  private async check(
    manager: EntityManager,
    file: CsvFile,
    { labId, sameEmail }: ImportRequest,
    { memberId: importer }: Importer,
  ) {
    await demandLab(manager, labId);
    const cells = (column: 'email' | 'guardian') => {
      const heading = file.headings.find((each) => each.column === column);
      return heading ? file.lines.map((line) => line.cells[heading.at] ?? '').filter(Boolean) : [];
    };
    const around: Surroundings = {
      now: this.clock.now(),
      categories: await allCategories(manager),
      labs: await manager.find(Lab, { order: { name: 'ASC' } }),
      labId,
      sameEmail,
      importer,
      members: await membersCalled(manager, [...cells('email'), ...cells('guardian').flatMap(guardianTexts)]),
    };
    return checkFile(file, around);
  }
}

const report = (
  importId: string | null,
  { lines, ignored }: CsvFile,
  members: number,
  problems: readonly LineProblem[],
): ImportReport => ({
  importId,
  lines: lines.length,
  members: members - countLines(problems),
  problems,
  ignoredColumns: ignored,
});
