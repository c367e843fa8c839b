import { describeFault, isFaultCode, useFaults } from './fault';

describe('faults that only one program raises', () => {
  const fault = { code: 'JOB.UNKNOWN', details: { id: 7 } } as const;
  const entry = {
    status: 404,
    en: ['No job {id}.', 'Look again.'],
    fr: ['Pas de travail {id}.', 'Cherchez.'],
  } as const;
  afterEach(() => useFaults({}));

  it('are described by the program that has the sentences', () => {
    useFaults({ 'JOB.UNKNOWN': entry });
    expect(isFaultCode('JOB.UNKNOWN')).toBe(true);
    expect(describeFault(fault, 'en')).toEqual({ status: 404, what: 'No job 7.', cure: 'Look again.' });
  });

  it('are shown by their code in every other program', () => {
    expect(isFaultCode('JOB.UNKNOWN')).toBe(false);
    expect(describeFault(fault, 'en')).toEqual({ status: 500, what: 'JOB.UNKNOWN.', cure: '' });
  });
});

describe('a parameter that is a word of the code', () => {
  const told = (state: string, language: 'en' | 'fr') =>
    describeFault({ code: 'MACHINE.NOT_READY', details: { state } }, language).what;

  it('is put into words in each language', () => {
    expect(told('faulted', 'en')).toBe('The machine is not answering, so it cannot do that now.');
    expect(told('faulted', 'fr')).toBe('La machine est injoignable et ne peut pas faire cela maintenant.');
  });

  it('is shown as it is where no word is known', () => {
    expect(told('dreaming', 'en')).toBe('The machine is dreaming, so it cannot do that now.');
    expect(told('constructor', 'en')).toBe('The machine is constructor, so it cannot do that now.');
  });
});
