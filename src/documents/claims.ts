import type { Claim } from '../lore/claim.ts';
import { type Document, fact, line, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { claimsJson } from './claim-json.ts';
import { findingsJson } from './findings-json.ts';
import type { Voice } from './voice.ts';

/** Claims one by one, each with its number, account, works, timeline, date and manner. */
export function claimsDocument(claims: readonly Claim[], voice: Voice): Document {
  return {
    tone: claims.length === 0 ? 'empty' : 'plain',
    heading: lookups.claims.heading(claims.length),
    items:
      claims.length === 0
        ? [fact(line(lookups.claims.none))]
        : claims.map((claim) =>
            fact(
              line(voice.statement(claim)),
              small(
                [
                  `#${claim.id}`,
                  voice.whoSays([claim]),
                  voice.date(claim),
                  voice.timeline(claim.continuity),
                  common.modality[claim.modality],
                ]
                  .filter((part) => part !== '')
                  .join(' · '),
              ),
            ),
          ),
    links: [],
  };
}

export function claimsListJson(claims: readonly Claim[], voice: Voice) {
  const ids = claims.map((claim) => claim.id);
  return { items: claimsJson(claims, voice), conflicts: findingsJson(ids, voice) };
}
