import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@pandafab/shared';
import { temporaryDirectory } from '@pandafab/testing';
import { readConfig } from './config';

const valid = {
  PANDAFAB_SERVER_URL: 'http://127.0.0.1:3000',
  PANDAFAB_MQTT_URL: 'mqtt://127.0.0.1:1883',
  PANDAFAB_LAB_ID: newId<string>(),
  PANDAFAB_AGENT_ID: newId<string>(),
  PANDAFAB_AGENT_SECRET: 'a secret',
};
const flags = { takeOver: false };
const problemsOf = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env, flags);
  } catch (error) {
    return String((error as { details?: { problems?: string } }).details?.problems);
  }
  return '';
};

describe('the agent’s settings', () => {
  it('are read, with defaults for the rest', () => {
    expect(readConfig(valid, { takeOver: true })).toMatchObject({
      secret: 'a secret',
      dataDirectory: '.data/agent',
      healthPort: undefined,
      takeOver: true,
    });
  });

  it('name all bad variables in one error', () => {
    const problems = problemsOf({
      PANDAFAB_MQTT_URL: 'http://x',
      PANDAFAB_AGENT_PORT: '99999',
      LOG_LEVEL: 'loud',
    });
    for (const variable of [
      'PANDAFAB_SERVER_URL',
      'PANDAFAB_MQTT_URL: must look like mqtt://server:1883',
      'PANDAFAB_LAB_ID',
      'PANDAFAB_AGENT_ID',
      'PANDAFAB_AGENT_SECRET',
      'PANDAFAB_AGENT_PORT',
      'LOG_LEVEL',
    ])
      expect(problems).toContain(variable);
  });

  it('read the secret from a file, and name a file that cannot be read', async () => {
    const directory = await temporaryDirectory();
    const path = join(directory.path, 'secret');
    writeFileSync(path, 'from the file\n');
    const { PANDAFAB_AGENT_SECRET: _, ...rest } = valid;
    expect(readConfig({ ...rest, PANDAFAB_AGENT_SECRET_FILE: path }, flags).secret).toBe('from the file');
    expect(problemsOf({ ...rest, PANDAFAB_AGENT_SECRET_FILE: `${path}.not` })).toContain(`${path}.not`);
    await directory.remove();
  });
});
