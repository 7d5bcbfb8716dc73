import type { LeftOut } from '../../edit/import-report.ts';
import { hasRecords, writeMapping, writeUse } from '../../import/mapping/mapping-text.ts';
import type { ImportOutcome } from '../../jobs/import-job.ts';
import {
  type Document,
  fact,
  heading,
  type Item,
  type Line,
  type Link,
  line,
  plain,
  small,
} from '../../messages/document.ts';
import { importProblemText, placeText, importWords as words } from '../../messages/en/import.ts';
import { rowFaultText, rowNoteText } from '../../messages/en/rows.ts';

type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

/** Of what was left out a person is shown so much; all of it stands in the JSON document. */
const MOST_SHOWN = 40;
const MOST_RECORDS = 12;
/** On a card the rest goes into a file beside it. */
const MOST_SHORT = 3;

/** What an import brought, or would bring, and what it left out and why. */
export function importDocument(
  outcome: Imported,
  isDryRun: boolean,
  { links = [], isShort = false }: { readonly links?: readonly Link[]; readonly isShort?: boolean } = {},
): Document {
  const { report, counts } = outcome;
  const state = report.problem !== null && !report.isWritten && !isDryRun ? 'refused' : isDryRun ? 'dry' : 'done';
  const brought = { ...report.counts };
  const hasEarlier = brought.unchanged + brought.replaced + brought.vanished > 0;
  const source = words.source(counts);
  const lines: Line[] = [
    ...(report.problem === null ? [] : [line(importProblemText(report.problem))]),
    line({ strong: words.brought(brought) }),
    ...(hasEarlier ? [line(words.again(brought))] : []),
    ...(source === '' ? [] : [small(source)]),
    ...(counts.parameters ? [small(words.parameters(counts.parametersTaken ?? 0, counts.parameters))] : []),
    ...(counts.citations ? [small(words.citations(counts.citationsAttached ?? 0, counts.citations))] : []),
    line(words.conflicts(report.openedCount)),
  ];
  return {
    tone: report.openedCount > 0 ? 'dispute' : 'plain',
    heading: words.heading(report.account, state),
    items: [
      ...lines.map((one) => fact(one)),
      ...report.opened
        .slice(0, isShort ? MOST_SHORT : undefined)
        .map(({ title, why }) => fact({ ...line(title), hasSign: true }, small(why))),
      ...mappingItems(outcome, isShort ? MOST_SHORT : MOST_RECORDS),
      ...leftOutItems(report, isShort ? MOST_SHORT : MOST_SHOWN),
      ...report.notes
        .slice(0, isShort ? 0 : MOST_SHOWN)
        .map(({ place, notes }) => fact(small(`${placeText(place)}: ${notes.map(rowNoteText).join('; ')}`))),
    ],
    closing: [
      small(state === 'done' ? words.written : state === 'dry' ? words.dryRun : words.nothingWritten),
      ...(isShort ? [small(words.wholeReport)] : []),
    ],
    links,
  };
}

function mappingItems({ mapping, kinds }: Imported, most: number): readonly Item[] {
  if (!hasRecords(mapping) || !kinds.some((kind) => kind === 'mediawiki' || kind === 'table')) return [];
  const records = Object.values(mapping.records);
  const lines = records.slice(0, most).map(({ label, kind, fields }) => {
    const uses = Object.values(fields).map(({ label: field, use }) => words.field(field, writeUse(use, mapping)));
    return fact(small(words.mappingLine(label, kind, uses)));
  });
  const rest = records.length - most;
  return [heading(words.mapping), ...lines, ...(rest > 0 ? [fact(small(words.more(rest)))] : [])];
}

function leftOutItems(report: Imported['report'], most: number): readonly Item[] {
  if (report.leftOutCount === 0) return [];
  const shown = report.leftOut.slice(0, most);
  const rest = report.leftOutCount - shown.length;
  return [
    heading(words.leftOut(report.leftOutCount)),
    ...shown.map((one) => fact(small(`${placeText(one.place)}: ${reasonText(one)}`))),
    ...(rest > 0 ? [fact(small(words.more(rest)))] : []),
  ];
}

function reasonText({ reason }: LeftOut): string {
  return typeof reason === 'string' ? reason : reason.map(rowFaultText).join('; ');
}

/** The whole report as plain text, with the mapping in the form in which it can be corrected. */
export function importReportText(outcome: Imported, isDryRun: boolean): string {
  const { heading: title, items } = importDocument(outcome, isDryRun);
  const lines = items.flatMap((item) => item.lines.map((one) => plain(one.text)));
  const mapping = hasRecords(outcome.mapping) ? ['', words.mapping, '', writeMapping(outcome.mapping)] : [];
  return `${[title, '', ...lines, ...mapping].join('\n')}\n`;
}

/** The same for programs. */
export function importJson({ report, kinds, mapping, counts }: Imported, isDryRun: boolean) {
  return {
    account: report.account,
    kinds,
    dryRun: isDryRun,
    written: report.isWritten,
    ...report.counts,
    conflicts: report.openedCount,
    opened: report.opened,
    source: counts,
    leftOut: report.leftOut.map((one) => ({ ...one.place, reason: reasonText(one) })),
    leftOutCount: report.leftOutCount,
    notes: report.notes.map(({ place, notes }) => ({ ...place, note: notes.map(rowNoteText).join('; ') })),
    problem: report.problem === null ? null : { code: report.problem.kind, message: importProblemText(report.problem) },
    mapping,
  };
}
