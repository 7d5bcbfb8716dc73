import { notesOn } from '../conflict/notes.ts';
import { type Matter, matterOf } from '../lookup/conflicts.ts';
import { leadOf } from '../lookup/facts.ts';
import { HOLDS } from '../lookup/office.ts';
import type { Claim } from '../lore/claim.ts';
import { claimsOf, type Finding, hasSign } from '../lore/finding.ts';
import { rulingState } from '../lore/ruling.ts';
import { type Line, line, small } from '../messages/document.ts';
import { findings as words } from '../messages/en/findings.ts';
import { predicateMatter } from '../messages/en/predicates.ts';
import { rulings } from '../messages/en/rulings.ts';
import type { Voice } from './voice.ts';

/** Sides told in a why; more are counted by the card itself. */
const MOST_SIDES = 4;

/** What a finding is about: "Marr: captured", or the title its keeper gave it. */
export function titleOf(finding: Finding, voice: Voice): string {
  const given = finding.detail.title;
  if (typeof given === 'string' && given !== '') return given;
  const { reader } = voice;
  if (finding.predicate === HOLDS && reader.entity(finding.subject)?.kind === 'office') {
    return words.title(voice.name(finding.subject), words.holder);
  }
  const phrases = reader.predicates.get(finding.predicate)?.phrases ?? [];
  return words.title(voice.name(finding.subject), predicateMatter(finding.predicate, phrases));
}

/** Who says what, citing which work, and which step makes them incompatible. */
export function whyOf({ finding, sides }: Matter, voice: Voice): string {
  const given = finding.detail.why;
  if (typeof given === 'string' && given !== '') return given;
  const told = sides.slice(0, MOST_SIDES).flatMap(({ claims }) => {
    const lead = leadOf(claims);
    return lead === undefined ? [] : [words.says(voice.whoSays(sayingSo(claims, lead)), voice.statement(lead))];
  });
  const step =
    finding.class === 'divergence' ? words.timeline(voice.timeline(finding.continuity)) : words.step(finding.rule);
  const misreport = typeof finding.detail.sameWork === 'number' ? [words.step('R13')] : [];
  return [...told, step, ...misreport].join(' ');
}

/** Of one side, those who say what its sentence says: the same date, or nobody is named for more than they say. */
function sayingSo(claims: readonly Claim[], lead: Claim): readonly Claim[] {
  return claims.filter((claim) => claim.date === lead.date && claim.dateKind === lead.dateKind);
}

/** A finding as programs read it; `claims` are ids here, and claim objects in the list of conflicts. */
export function findingJson(finding: Finding, voice: Voice) {
  const matter = matterOf(voice.reader, finding);
  return {
    id: finding.id,
    class: finding.class,
    severity: finding.severity,
    sign: hasSign(finding),
    rule: finding.rule,
    continuity: voice.reader.continuities.get(finding.continuity).slug,
    title: titleOf(finding, voice),
    why: whyOf(matter, voice),
    claims: claimsOf(finding).map(Number),
    notes: notesOn(voice.reader, finding),
    ruling: rulingJson(finding, voice),
  };
}

/** What else may be behind it: a claim read as being about a namesake. */
export function noteLines(finding: Finding, { reader, name }: Voice): readonly Line[] {
  const suspected = notesOn(reader, finding).filter(({ code }) => code === 'identity');
  const doubled = suspected.flatMap(({ claims }) =>
    claims.flatMap((id) => {
      const claim = reader.claim(id);
      if (claim === undefined) return [];
      return [claim.subject, ...(claim.value.kind === 'entity' ? [claim.value.entity] : [])];
    }),
  );
  const names = [...new Set(doubled)].filter((entity) => reader.counterparts(entity).length > 0).map(name);
  return names.length === 0 ? [] : [small(words.namesakes(names))];
}

/** Who ruled what, when and why; null where nobody did. */
function rulingJson(finding: Finding, voice: Voice) {
  const ruling = voice.reader.rulingOn(finding.id);
  if (ruling === null) return null;
  const { kind, claim, note, by, at } = ruling;
  return { kind, claim, note, by, at: new Date(at).toISOString(), state: rulingState(finding, ruling) };
}

/** The lines a ruled matter begins with: how it was settled, by whom, when and why. */
export function rulingLines(finding: Finding, voice: Voice): readonly Line[] {
  const ruling = voice.reader.rulingOn(finding.id);
  if (ruling === null) return [];
  const preferred = ruling.claim === null ? undefined : voice.reader.claim(ruling.claim);
  const told = preferred === undefined ? null : voice.statement(preferred);
  const date = DAY.format(ruling.at);
  return [
    line({ strong: rulings.state(rulingState(finding, ruling), ruling.kind, told) }),
    small(rulings.by(ruling.by, date, ruling.note)),
  ];
}

/** Rulings are dated in the readers' own time, whatever the world's calendar is. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
