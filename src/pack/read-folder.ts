import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { fail, ok, type Result } from '../lore/result.ts';
import { cellsOf } from './claim-cells.ts';
import {
  entityRowSchema,
  filedConflictSchema,
  filedRulingSchema,
  type Pack,
  type PackFault,
  type PackHead,
  type Place,
  type Placed,
  packHeadSchema,
  passageRowSchema,
  workRowSchema,
} from './pack.ts';
import { type Cells, readTable, readText } from './read-table.ts';

/** Reads a pack and checks the shape of all of it; every fault is named with file and row. */
export function readPack(folder: string): Result<Pack, readonly PackFault[]> {
  const head = readHead(folder);
  if (!head.ok) return head;
  const faults: PackFault[] = [];
  const table = <T>(name: string, schema: z.ZodType<T>): Placed<T>[] =>
    rowsOf(folder, name, faults).flatMap((row) => checked(row, schema, faults));
  const pack: Pack = {
    head: head.value,
    entities: table('entities', entityRowSchema),
    works: table('works', workRowSchema),
    claims: head.value.accounts.map((account) => ({
      account: account.slug,
      rows: rowsOf(folder, `claims/${account.slug}`, faults).flatMap(({ place, value }) => {
        const cells = cellsOf(value);
        if (cells.ok) return [{ place, value: cells.value }];
        faults.push({ place, fault: cells.problem });
        return [];
      }),
    })),
    conflicts: table('conflicts', filedConflictSchema),
    rulings: table('rulings', filedRulingSchema),
    passages: head.value.accounts
      .map(({ slug }) => ({ account: slug, rows: table(`passages/${slug}`, passageRowSchema) }))
      .filter(({ rows }) => rows.length > 0),
  };
  faults.push(...strayClaimFiles(folder, head.value));
  return faults.length > 0 ? fail(faults) : ok(pack);
}

function readHead(folder: string): Result<PackHead, readonly PackFault[]> {
  const place: Place = { file: 'pack.json', row: null };
  const path = join(folder, 'pack.json');
  if (!existsSync(path)) return fail([{ place, fault: { kind: 'missing-file' } }]);
  let data: unknown;
  try {
    data = JSON.parse(readText(path));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return fail([{ place, fault: { kind: 'unreadable', why: error.message } }]);
  }
  const head = packHeadSchema.safeParse(data);
  return head.success ? ok(head.data) : fail(shapeFaults(place, head.error));
}

function rowsOf(folder: string, table: string, faults: PackFault[]): readonly Placed<Cells>[] {
  const rows = readTable(folder, table);
  if (rows.ok) return rows.value ?? [];
  faults.push(rows.problem);
  return [];
}

function checked<T>(row: Placed<Cells>, schema: z.ZodType<T>, faults: PackFault[]): Placed<T>[] {
  const read = schema.safeParse(row.value);
  if (read.success) return [{ place: row.place, value: read.data }];
  faults.push(...shapeFaults(row.place, read.error));
  return [];
}

function shapeFaults(place: Place, error: z.ZodError): PackFault[] {
  return error.issues.map((issue) => ({
    place,
    fault: { kind: 'shape', path: issue.path.map(String).join('.'), why: issue.message },
  }));
}

/** A file of claims whose account is not declared would be lost without a word. */
function strayClaimFiles(folder: string, head: PackHead): PackFault[] {
  const claims = join(folder, 'claims');
  if (!existsSync(claims)) return [];
  const declared = new Set(head.accounts.map((account) => account.slug));
  return readdirSync(claims)
    .filter((file) => /\.(json|csv)$/.test(file) && !declared.has(file.replace(/\.(json|csv)$/, '')))
    .map((file) => ({
      place: { file: `claims/${file}`, row: null },
      fault: { kind: 'unknown', what: 'account', text: file.replace(/\.(json|csv)$/, '') },
    }));
}
