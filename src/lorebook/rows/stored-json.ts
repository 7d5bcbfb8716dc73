/** What was written as JSON cannot be read as JSON: bits of the file have changed. */
export class DamagedJson extends Error {}

/** Reads what a column of a lorebook holds as JSON. The only place where a text that is no JSON means a damaged file. */
export function storedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DamagedJson('a column holds no JSON', { cause: error });
  }
}
