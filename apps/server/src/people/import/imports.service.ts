import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Page } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { latestFirst, type Part, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { holdMembers } from '../members/hold-members';
import { demandLab } from '../members/members.service';
import { writeMembers } from '../members/write-members';
import { checkFile } from './check-file';
import { guardianTexts } from './find-guardian';
import { MemberImport } from './member-import.entity';
import { type CsvFile, readCsv } from './read-csv';
import type { LineProblem } from './read-line';
import { allCategories, membersCalled, type Surroundings } from './surroundings';

export interface ImportRequest {
  readonly bytes: Buffer;
  readonly fileName: string;
  /** The home lab of lines without one. */
  readonly labId: LabId | null;
  readonly sameEmail: boolean;
}

/** The account that imports. */
export type Importer = Pick<CurrentAccountInfo, 'accountId' | 'memberId'>;

export interface ImportReport {
  /** Null if nothing was written. */
  readonly importId: string | null;
  readonly lines: number;
  /** The members made, or that would be made: those whose lines are valid. */
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

/** Import of members from a spreadsheet: all lines of a file or none. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** Latest first. */
  list(page: Page): Promise<Part<MemberImport>> {
    return readPart(
      this.read.of(MemberImport).createQueryBuilder('import'),
      latestFirst<MemberImport>('import', 'createdAt'),
      page,
    );
  }

  /**
   * The result that an import would have; writes nothing. @throws Fault IMPORT.… about the whole file,
   * MEMBER.UNKNOWN_LAB.
   */
  async tryOut(request: ImportRequest, importer: Importer): Promise<ImportReport> {
    const file = readCsv(request.bytes);
    const { members, problems } = await this.check(
      this.read.manager,
      this.clock.now(),
      file,
      request,
      importer,
    );
    return report(null, file, members.length, problems);
  }

  /** @throws BadLines, and what `tryOut` throws. */
  async importMembers(request: ImportRequest, importer: Importer): Promise<ImportReport> {
    const file = readCsv(request.bytes);
    const { accountId: createdBy } = importer;
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await holdMembers(unit);
      const { members, problems } = await this.check(manager, now, file, request, importer);
      if (problems.length > 0) throw new BadLines(problems);
      const id = newId<string>();
      const made = { id, fileName: request.fileName, members: members.length };
      const times = { createdBy, createdAt: now, undoneBy: null, undoneAt: null };
      await manager.insert(MemberImport, { ...made, ...times });
      await writeMembers(unit, members, id, createdBy);
      const after = { members: members.length };
      await audit(unit, { action: 'import.made', subject: ['import', id], after });
      return report(id, file, members.length, []);
    });
  }

  private async check(
    manager: EntityManager,
    now: number,
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
      now,
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
