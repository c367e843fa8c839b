import { Inject, Injectable } from '@nestjs/common';
import { folded, inLanguage, type Language, type Wording } from '@pandafab/shared';
import { Registry } from '../kit/registry';

/** The names of a folder's actions in the audit log: `<folder>/*.audit.ts`. */
export type AuditWords = Readonly<Record<string, Wording>>;

/** Every action that can be recorded: each folder adds its own (`declare module`), next to their words. */
// biome-ignore lint/suspicious/noEmptyInterface: folders add to it
export interface AuditActions {}
/** `noun.verb`, in the past tense. */
export type AuditAction = keyof AuditActions & string;

declare module '../kit/feature' {
  interface Feature {
    readonly auditWords?: readonly AuditWords[];
  }
}

/** The words of all features. */
export const AUDIT_WORDS = Symbol('AuditWords');

/** Translates recorded actions into words, and finds actions by their words. */
@Injectable()
export class AuditDictionary {
  private readonly words = new Registry<string, Wording>('words of the audited action');

  /** @throws Error when two folders have words for one action */
  constructor(@Inject(AUDIT_WORDS) all: readonly AuditWords[]) {
    for (const words of all)
      for (const [action, wording] of Object.entries(words)) this.words.register(action, wording);
  }

  get actions(): readonly string[] {
    return this.words.all().map(([action]) => action);
  }

  /** An action in the reader's language; an action of another version stays as it is. */
  wordsOf(action: string, language: Language): string {
    return this.words.has(action) ? inLanguage(this.words.get(action), language) : action;
  }

  /** The actions whose words, in either language, contain `text`, in any case. */
  actionsCalled(text: string): string[] {
    const wanted = folded(text);
    return this.words
      .all()
      .filter(([action, wording]) =>
        [action, ...Object.values(wording)].some((each) => folded(each).includes(wanted)),
      )
      .map(([action]) => action);
  }
}
