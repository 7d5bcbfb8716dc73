import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isObject, objectOf } from '../../../src/playground/loopback/json.ts';

export interface OpenApi {
  /** What the description says against a request body; null when nothing. */
  requestFaults(path: string, method: string, body: unknown): string | null;
  /** What it says against an answer to a request of this path. */
  answerFaults(method: string, path: string, status: number, body: unknown): string | null;
}

/** Judges bodies by Discord's official description. */
export function readOpenApi(file: string): OpenApi {
  const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const paths = objectOf(objectOf(raw).paths);
  const operation = (template: string, method: string) => objectOf(objectOf(paths[template])[method.toLowerCase()]);
  // Discord reads "1" as 1 in what it is sent, and never writes one for the other.
  const requests = judgeBy(raw, { coerceTypes: true });
  const answers = judgeBy(raw, {});
  const templates = Object.keys(paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    fixed: template.split('/').filter((part) => !part.startsWith('{')).length,
  }));
  templates.sort((a, b) => b.fixed - a.fixed);

  return {
    requestFaults: (path, method, body) =>
      requests(['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'], body),
    answerFaults: (method, path, status, body) => {
      const template = templates.find(
        ({ template: held, pattern }) => pattern.test(path) && isObject(operation(held, method).responses),
      );
      if (template === undefined) return 'The description knows no such route.';
      const responses = objectOf(operation(template.template, method).responses);
      if (responses[String(status)] === undefined) return `The description knows no answer ${status} here.`;
      if (status === 204) return body === undefined ? null : 'A 204 has no body.';
      return answers(
        [
          'paths',
          template.template,
          method.toLowerCase(),
          'responses',
          String(status),
          'content',
          'application/json',
          'schema',
        ],
        body,
      );
    },
  };
}

function judgeBy(raw: unknown, options: { readonly coerceTypes?: boolean }) {
  const ajv = new Ajv2020({ strict: false, ...options });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addFormat('nonce', true);
  ajv.addSchema({ ...objectOf(raw), $id: 'openapi' });
  const compiled = new Map<string, ValidateFunction>();
  return (pointer: readonly string[], body: unknown): string | null => {
    const parts = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    const key = parts.join('/');
    const validate = compiled.get(key) ?? ajv.compile({ $ref: `openapi#/${key}` });
    compiled.set(key, validate);
    // Coercion changes what it judges.
    return validate(structuredClone(body)) ? null : ajv.errorsText(validate.errors).slice(0, 500);
  };
}
