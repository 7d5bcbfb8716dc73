import type { RowFault, RowNote } from '../../lore/intake/claim-columns.ts';
import type { PackFault, Place } from '../../pack/pack.ts';
import { common } from './common.ts';

/** What keeps a row of a file out, in one sentence. */
export function rowFaultText(fault: RowFault): string {
  switch (fault.kind) {
    case 'missing':
      return `the column ${fault.column} is empty: fill it in`;
    case 'unknown-name':
      return `nothing here is called “${fault.text}” (column ${fault.column}): add it first, or let unknown names be made with --create`;
    case 'ambiguous-name':
      return `“${fault.text}” (column ${fault.column}) can mean ${common.or(fault.slugs)}: write one of these slugs instead`;
    case 'unknown-predicate':
      return fault.nearest === null
        ? `“${fault.text}” is not a predicate of this lorebook: use one of its own or declare it in the pack`
        : `“${fault.text}” is not a predicate of this lorebook: did you mean ${fault.nearest}?`;
    case 'unknown-continuity':
      return `“${fault.text}” is not a timeline of this lorebook: write the slug of one`;
    case 'not-one-of':
      return `“${fault.text}” (column ${fault.column}) is not one of ${common.or(fault.allowed)}`;
    case 'not-a-quantity':
      return `“${fault.text}” is not a quantity: write a number such as 12, “about 1,200 ships” or “at least 3”`;
    case 'not-yes-or-no':
      return `“${fault.text}” is neither yes nor no`;
    case 'bad-qualifier':
      return `“${fault.text}” is not a qualifier: write name=value, and | between two of them`;
    case 'too-long':
      return `the column ${fault.column} is longer than ${fault.most} characters: shorten it`;
    case 'too-many-locators':
      return `there are ${fault.locators} locators for ${fault.works} works: they are paired by their place in the list`;
    case 'duplicate-key':
      return `the key “${fault.text}” is taken in this account: keys are used once`;
    case 'unreadable-row':
      return fault.why;
  }
}

/** What was noted of a row that went in. */
export function rowNoteText(note: RowNote): string {
  switch (note.kind) {
    case 'date-kept-as-text':
      return `“${note.text}” is not a date of this calendar: it was kept as text`;
    case 'date-beside-value':
      return `the value is the date here, so “${note.text}” in the column date was not used`;
    case 'already-there':
      return `“${note.text}” is there already: only its new aliases were added`;
  }
}

function placeText({ file, row }: Place): string {
  return row === null ? file : `${file}, row ${row}`;
}

/** A fault of a pack with its file, its row and the reason. */
export function packFaultText({ place, fault }: PackFault): string {
  return `${placeText(place)}: ${reasonText(fault)}`;
}

function reasonText(fault: PackFault['fault']): string {
  switch (fault.kind) {
    case 'missing-file':
      return 'this file is missing: a pack is a folder with a pack.json';
    case 'unreadable':
      return `this file cannot be read: ${fault.why}`;
    case 'shape':
      return `${fault.path === '' ? '' : `${fault.path}: `}${fault.why}`;
    case 'two-of':
      return `the ${fault.what} “${fault.text}” is there twice: keep one`;
    case 'unknown':
      return `there is no ${fault.what} “${fault.text}” in this pack`;
    case 'continuity-loop':
      return `these timelines grow out of each other in a circle: ${fault.slugs.join(' → ')}`;
    case 'date':
      return `“${fault.text}” (${fault.column}) is not a date of this pack's calendar`;
    case 'row':
      return fault.faults.map(rowFaultText).join('; ');
  }
}
