import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, folded, type LabId, type Language, type MemberId, newId } from '@pandafab/shared';
import { stringify } from 'csv-stringify/sync';
import { In, MoreThan } from 'typeorm';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { Lab } from '../../labs/lab.entity';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { Member, MemberContact } from '../member.entity';
import { residenciesOf } from '../residency';
import { guarded, lastDay } from './cells';
import { headings } from './columns';
import { withoutBrackets } from './find-guardian';
import { CHUNK } from './surroundings';

/** Spreadsheets take a file for UTF-8 by this. */
const BYTE_ORDER_MARK = '\ufeff';
/** Quoted also where another spreadsheet would end a cell: what follows would begin one, and could be a formula. */
const LINES = { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n\t,|]/ };

/** All members as a spreadsheet reads them, and as `ImportsService` takes them again. */
@Injectable()
export class ExportService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** Who takes everybody's data along is written down first. */
  async start(language: Language): Promise<Readable> {
    const subject = ['export', newId<string>()] as const;
    await this.unitOfWork.run((manager) =>
      audit(manager, this.clock, { action: 'members.exported', subject }),
    );
    return Readable.from(this.pages(language));
  }

  private async *pages(language: Language): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + stringify([headings(language)], LINES);
    const labs = labCells(await this.read.of(Lab).find());
    let after = '';
    for (;;) {
      const where = { id: MoreThan(after as MemberId) };
      const members = await this.read.of(Member).find({ where, order: { id: 'ASC' }, take: CHUNK });
      const last = members.at(-1);
      if (!last) return;
      after = last.id;
      const rows = await this.rows(members, labs);
      yield stringify(
        rows.map((row) => row.map(guarded)),
        LINES,
      );
    }
  }

  private async rows(members: readonly Member[], labs: ReadonlyMap<LabId, string>): Promise<string[][]> {
    const guardianIds = members.flatMap(({ guardianId }) => guardianId ?? []);
    const ids = members.map(({ id }) => id);
    const contacts = await this.contacts([...ids, ...guardianIds]);
    const residencies = await residenciesOf(this.read.manager, ids);
    return members.flatMap(({ id, category, homeLabId, minorUntil, guardianId }) => {
      const contact = contacts.get(id);
      // Whose contact data was erased is nobody's to take along.
      if (!contact) return [];
      const guardian = guardianId ? contacts.get(guardianId) : undefined;
      const residency = residencies.get(id);
      return [
        [
          ...[contact.displayName, contact.email ?? '', contact.phone ?? '', category],
          (homeLabId && labs.get(homeLabId)) ?? '',
          residency ? lastDay(residency.validUntil) : '',
          minorUntil === null ? '' : lastDay(minorUntil),
          guardian ? mailbox(guardian) : '',
        ],
      ];
    });
  }

  private async contacts(ids: readonly MemberId[]): Promise<ReadonlyMap<MemberId, MemberContact>> {
    const found = await this.read.of(MemberContact).findBy({ memberId: In(ids) });
    return new Map(found.map((contact) => [contact.memberId, contact]));
  }
}

/** A lab's name; its id where another is called the same. */
function labCells(labs: readonly Lab[]): ReadonlyMap<LabId, string> {
  const namesakes = (name: string) => labs.filter((lab) => folded(lab.name) === folded(name)).length;
  return new Map(labs.map(({ id, name }) => [id, namesakes(name) > 1 ? id : name]));
}

/** Families share addresses: the name beside it says which of them. */
const mailbox = ({ displayName, email }: MemberContact): string =>
  email === null ? withoutBrackets(displayName) : `${withoutBrackets(displayName)} <${email}>`;
