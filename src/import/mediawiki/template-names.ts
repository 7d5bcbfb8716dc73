/** What templates are for, read off the names that wikis everywhere give them. */

const CITATIONS =
  /^(ref|r|rp|sfn|sfnp|harv|harvnb|harvp|efn|cite|citation|cit|source|src|reference|epref|ref ?note|note ?ref)$|^(cite|cit|citation|ref|source)[ :/-]\S|[ -](ref|cite|citation)$/i;
const LISTS_OF_NOTES = /^(ref ?list|references?|notes?|note ?list|footnotes?|sources|citations)([ /-]?\d+| list)?$/i;
const LAYOUT =
  /^(col(umns?)?[ -]?(begin|end|start|break|\d+)?|end|clear|clr|toc( .*)?|stub|.*-stub|default ?sort(:.*)?|display ?title(:.*)?|nav ?box.*|.* nav(box|igation)?|portal.*|main( article)?|see( also)?|further|for|about|hatnote|redirect.*|other uses.*|distinguish|disambig.*|dab|hndis|good article|featured.*|protected.*|delete|cleanup|wikify|merge.*|expand.*|update|spoilers?.*|end ?spoilers?|warning|notice|construction|wip|in ?use|infobox end|image ?needed|citation needed|cn|fact|dead ?link|gallery.*|tabs?|tabber|era|eras|en ?wikia|wikipedia|interwiki|wp|scroll( ?box)?( ?\d+)?|collapse|nobots|icons?|i|flag ?icon.*|spacer?|#\w+:.*|[a-z]+:.*)$/i;

/** Whether it names what is cited where it stands: `{{Ref|…}}`, `{{Cite book|…}}`. */
export function isCitation(name: string): boolean {
  return CITATIONS.test(plainName(name)) && !LISTS_OF_NOTES.test(plainName(name));
}

/** Whether it only arranges the page: what stands in it is not shown where it stands. */
export function isLayout(name: string): boolean {
  return LISTS_OF_NOTES.test(plainName(name)) || LAYOUT.test(plainName(name));
}

/** Whether a page that bears it only tells pages of one name apart. */
export function isDisambiguation(name: string): boolean {
  return /^(disambig(uation)?( .*)?|dab|hndis|geodis|set index.*|.* disambig(uation)?)$/i.test(plainName(name));
}

/** A template's name without the namespace that some write before it. */
export function plainName(name: string): string {
  return name
    .replace(/^:?\s*template\s*:\s*/i, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
}
