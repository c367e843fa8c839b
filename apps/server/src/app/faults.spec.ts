import {
  describeFault,
  type FaultCode,
  type FaultEntry,
  SERVER_FAULT_CODES,
  useFaults,
} from '@pandafab/shared';
import { gatherFaults, type ServerFaults } from '../platform/kit/faults';
import { features } from './features';

const all = features.flatMap(({ faults = [] }) => faults);
const ofTheServer = Object.entries(Object.assign({}, ...all) as Record<FaultCode, FaultEntry>);

const placeholders = (sentences: readonly string[]) =>
  [...new Set(sentences.join(' ').match(/\{\w+\}/g) ?? [])].sort();

describe('the sentences of the server’s faults', () => {
  beforeAll(() => useFaults(gatherFaults(all)));

  it('exist for each code', () => {
    expect(ofTheServer.map(([code]) => code).sort()).toEqual([...SERVER_FAULT_CODES]);
  });

  it('keep the server from starting where one is missing, or is registered twice', () => {
    const [first = {}, ...others] = all;
    expect(() => gatherFaults(others)).toThrow(
      `not registered: sentences of the fault ${Object.keys(first)[0]}`,
    );
    expect(() => gatherFaults([...all, first])).toThrow('registered twice: sentences of the fault');
  });

  it('keep the server from starting where a library has the same fault', () => {
    const entry = { status: 400, en: ['a', 'b'], fr: ['a', 'b'] } as const;
    const twice = { 'FILE.EMPTY': entry } as ServerFaults;
    expect(() => gatherFaults([...all, twice])).toThrow(
      'registered twice: sentences of the fault FILE.EMPTY',
    );
  });

  it.each(ofTheServer)('%s takes the same parameters in both languages', (_code, entry) => {
    // A name that differs by language, such as that of a kind of machine, is two parameters.
    const withoutLanguage = (suffix: string, names: readonly string[]) =>
      names.map((name) => name.replace(new RegExp(`${suffix}(?=}?$)`), ''));
    expect(withoutLanguage('Fr', placeholders(entry.fr))).toEqual(
      withoutLanguage('En', placeholders(entry.en)),
    );
  });

  it.each(ofTheServer)('%s shows makers no technical detail of a lab', (code) => {
    if (!/^(MACHINE|LAB|HOST|LINK)\./.test(code)) return;
    for (const language of ['en', 'fr'] as const) {
      const { what, cure } = describeFault({ code: code as FaultCode, details: {} }, language, 'maker');
      expect(`${what} ${cure}`).not.toMatch(
        /\{(address|path|file|directory|url|host|port|reason|message)\}|\/dev\/|câble|cable|baud|[A-Z]{3,}_[A-Z]+/,
      );
    }
  });
});
