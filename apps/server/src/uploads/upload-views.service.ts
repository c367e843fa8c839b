import { Inject, Injectable } from '@nestjs/common';
import { expectedUsage, type FileFigures, isUndecided } from '@pandafab/domain';
import { type Clock, Fault, type FaultCode, type Language, micrometres } from '@pandafab/shared';
import { In } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { readerIn } from '../accounts/reader';
import { toIso } from '../api/fields';
import { putIntoWords } from '../api/words';
import { BillingService } from '../billing/billing.service';
import { CLOCK } from '../config';
import { viewAnalysis, viewUnplaced } from '../files/analysis-view';
import { type StoredAnalysis, StoredFile } from '../files/file.entity';
import { viewThumbnails } from '../files/thumbnail-view';
import { Thumbnails } from '../files/thumbnails';
import { ALL_FINDINGS, viewFindings } from '../guard/finding-view';
import { GuardService } from '../guard/guard.service';
import { type ReadAnalysis, readFor } from '../guard/read-as';
import { inductionsOfEither } from '../inductions/held';
import { wishOf } from '../jobs/material-wish';
import { SubmissionsService, type Wish } from '../jobs/submissions.service';
import { PresenceBook } from '../link/presence-book';
import { reasonsToWait, viewWaiting } from '../matching/waiting';
import { filamentOfFile, materialsOfFile, materialWordsOf } from '../materials/file-materials';
import { demandKnownMaterial, materialsOfLab, offersFor } from '../materials/lab-materials';
import { ReadDatabase } from '../persistence/read-database';
import type { Upload } from './upload.entity';

/** What people are shown of a file before they submit it. */
@Injectable()
export class UploadViews {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly thumbnails: Thumbnails,
    private readonly guard: GuardService,
    private readonly presence: PresenceBook,
    private readonly submissions: SubmissionsService,
    private readonly billing: BillingService,
  ) {}

  /** The uploads, with what is known of their files. */
  async view(uploads: readonly Upload[], language: Language) {
    const shas = [...new Set(uploads.map(({ fileSha256 }) => fileSha256))];
    const files = await this.database.of(StoredFile).findBy({ sha256: In(shas) });
    const fileOf = new Map(files.map((file) => [file.sha256, file]));
    const thumbnails = await this.thumbnails.of(shas);
    return uploads.flatMap(({ id, fileName, fileSha256, createdAt, expiresAt }) => {
      const file = fileOf.get(fileSha256);
      if (!file) return [];
      const { bytes, state, refusal, analysis } = file;
      return {
        ...{ id, fileName, fileSha256, bytes, state },
        analysis: viewUnplaced(analysis),
        refusal: putIntoWords(refusal, language),
        thumbnails: viewThumbnails(thumbnails.get(fileSha256) ?? [], `/api/v1/uploads/${id}`),
        createdAt: toIso(createdAt),
        expiresAt: toIso(expiresAt),
      };
    });
  }

  /**
   * What would become of it if it were submitted now: who could make it, what it would cost.
   * @throws Fault UPLOAD.NOT_READ; the refusal of a file that can be made nowhere; what `demandAllowed` throws;
   * BILLING.PRESTATION_UNKNOWN {id}, MATERIAL.UNKNOWN {material, known}
   */
  async preview(account: CurrentAccountInfo, { fileSha256 }: Upload, wish: Wish, language: Language) {
    const { manager } = this.database;
    await this.submissions.demandAllowed(manager, account, wish);
    const file = await this.demandRead(fileSha256);
    const { labId } = wish;
    const memberId = wish.memberId ?? account.memberId;
    const verdicts = (await this.guard.verdictsOf(manager, [labId])).get(labId);
    const verdict = verdicts?.of(file);
    const read = readFor(file.analysis, verdicts?.profiles, verdict);
    const asked = wishOf(wish);
    if (asked.material !== null) await demandKnownMaterial(manager, labId, asked.material, file);
    const usage = expectedUsage(figuresOf(read), asked.material);
    const whose = { memberId, groupId: wish.groupId ?? null, prestationId: wish.prestationId ?? null };
    return {
      analysis: viewAnalysis(read),
      fileMaterial: materialWordsOf(file.analysis),
      materials: offersFor(await materialsOfLab(manager, labId), file),
      isUndecided: isUndecided(asked, materialsOfFile(file.analysis), filamentOfFile(file.analysis)),
      findings: verdict ? viewFindings(verdict, language, ALL_FINDINGS) : [],
      machines: viewWaiting(await this.waiting(account, file, wish), language, readerIn(account, labId)),
      price: await this.billing.estimate(manager, whose, usage),
      notices: await this.submissions.notices(memberId, whose, language),
    };
  }

  private async demandRead(sha256: string): Promise<StoredFile & { analysis: StoredAnalysis }> {
    const file = await this.database.of(StoredFile).findOneByOrFail({ sha256 });
    const { refusal, analysis } = file;
    if (refusal) throw new Fault(refusal.code as FaultCode, refusal.details);
    if (!analysis) throw new Fault('UPLOAD.NOT_READ');
    return { ...file, analysis };
  }

  private waiting(
    { memberId: submitter }: CurrentAccountInfo,
    file: StoredFile,
    { memberId = submitter, ...wish }: Wish,
  ) {
    const { manager } = this.database;
    const inductionsAmong = (kinds: readonly string[]) =>
      inductionsOfEither(manager, this.clock.now(), [memberId, submitter], kinds);
    const wanted = { labId: wish.labId, ...wishOf(wish), file, inductionsAmong };
    return reasonsToWait(manager, this.guard, wanted, this.presence.of(wish.labId));
  }
}

/** As they are shown beside it. */
const figuresOf = ({ analysis, time }: ReadAnalysis): FileFigures => {
  const { slicerEstimate, slicerSettings, timeSeconds, filamentMm } = analysis;
  return {
    seconds: time?.total ?? timeSeconds,
    filamentUm: filamentMm.map(micrometres),
    slicerGrams: slicerEstimate.filamentGrams,
    slicerMaterials: slicerSettings?.filamentTypes ?? [slicerEstimate.filamentType],
  };
};
