const ONE_WORD =
  'king queen emperor empress prince princess duke duchess archduke count countess earl baron baroness lord lady sir dame tsar tsarina czar kaiser sultan shah khan caliph emir pharaoh doge regent viceroy president premier chancellor minister governor governor-general senator mayor consul prefect magistrate judge marshal general admiral commodore captain commander colonel major lieutenant sergeant corporal ensign ambassador secretary director chairman chairwoman chairperson speaker bishop archbishop cardinal pope abbot abbess prior prioress patriarch priest priestess warlord chieftain chief overlord steward castellan warden sheriff professor doctor dr master mistress brother sister father mother saint st mr mrs ms archmage commander-in-chief treasurer commissioner leader ruler head';
const TWO_WORDS =
  'grand duke,prime minister,high priest,high priestess,high king,high queen,lord protector,grand master,vice admiral,rear admiral,fleet admiral,lieutenant commander,first minister,crown prince,crown princess,vice president,lord mayor,lord chancellor,high chancellor,grand vizier,high lord,high lady,head of state';

/** General English words for offices and styles; a lorebook's own offices come with it. */
export const TITLES: ReadonlySet<string> = new Set([...ONE_WORD.split(' '), ...TWO_WORDS.split(',')]);

/** Styles that say nothing of an office. */
export const STYLES: ReadonlySet<string> = new Set(
  'sir dame lord lady mr mrs ms dr doctor professor brother sister father mother saint st master mistress'.split(' '),
);
