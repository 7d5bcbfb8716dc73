/** What a verb says of its grammatical subject and object. */
export type Sense =
  /** The subject does it to the object. */
  | { readonly kind: 'deed'; readonly predicate: string }
  /** The same, said of the object: "X ruled Y" is Y ruled_by X. */
  | { readonly kind: 'turned'; readonly predicate: string }
  | { readonly kind: 'founded' }
  | { readonly kind: 'killed' }
  | { readonly kind: 'built' }
  | { readonly kind: 'ended' };

export interface VerbForm {
  readonly base: string;
  readonly sense: Sense;
  readonly form: 'base' | 'past' | 'gerund';
  /** Also what stands after "was". */
  readonly isParticiple: boolean;
}

const deed = (predicate: string): Sense => ({ kind: 'deed', predicate });
const turned = (predicate: string): Sense => ({ kind: 'turned', predicate });

/** Base, past, participle where it differs, gerund where no rule makes it. English only; nothing of any universe. */
const VERBS: readonly (readonly [Sense, string])[] = [
  [
    deed('conquered'),
    'conquer conquered,subjugate subjugated,vanquish vanquished,overrun overran overrun overrunning,annex annexed',
  ],
  [deed('captured'), 'capture captured,seize seized,take took taken,recapture recaptured,gain gained'],
  [deed('controls'), 'hold held,control controlled controlled controlling,occupy occupied'],
  [deed('liberated'), 'liberate liberated,free freed freed freeing,emancipate emancipated'],
  [deed('enslaved'), 'enslave enslaved'],
  [
    deed('destroyed_target'),
    'destroy destroyed,raze razed,sink sank sunk,annihilate annihilated,obliterate obliterated,demolish demolished',
  ],
  [deed('owns'), 'own owned,possess possessed,wield wielded'],
  [deed('spouse'), 'marry married,wed wed wed wedding'],
  [deed('member_of'), 'join joined'],
  [turned('ruled_by'), 'rule ruled,govern governed'],
  [turned('led_by'), 'lead led,head headed'],
  [turned('commanded_by'), 'command commanded,captain captained'],
  [turned('author'), 'write wrote written,author authored,pen penned penned penning'],
  [{ kind: 'founded' }, 'found founded,form formed,create created,establish established,forge forged'],
  [
    { kind: 'killed' },
    'kill killed,slay slew slain,murder murdered,assassinate assassinated,execute executed,behead beheaded,poison poisoned',
  ],
  [{ kind: 'built' }, 'build built,construct constructed,erect erected'],
  [{ kind: 'ended' }, 'dissolve dissolved,disband disbanded,abolish abolished'],
];

const FORMS: ReadonlyMap<string, VerbForm> = new Map(
  VERBS.flatMap(([sense, list]) =>
    list.split(',').flatMap((entry): (readonly [string, VerbForm])[] => {
      const [base = '', past = '', participle = past, gerund = gerundOf(base)] = entry.split(' ');
      return [
        [participle, { base, sense, form: 'past', isParticiple: true }],
        ...(participle === past ? [] : [[past, { base, sense, form: 'past', isParticiple: false }] as const]),
        ...(base === past ? [] : [[base, { base, sense, form: 'base', isParticiple: false }] as const]),
        [gerund, { base, sense, form: 'gerund', isParticiple: false }],
      ];
    }),
  ),
);

/** The verb of which this is a form. */
export function verbForm(lower: string): VerbForm | undefined {
  return FORMS.get(lower);
}

function gerundOf(base: string): string {
  return base.endsWith('e') ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

/** Nouns of deeds: "the capture of X by Y in D". */
export const DEED_NOUNS: Readonly<Record<string, string>> = {
  conquest: 'conquered',
  subjugation: 'conquered',
  annexation: 'conquered',
  capture: 'captured',
  recapture: 'captured',
  seizure: 'captured',
  liberation: 'liberated',
  enslavement: 'enslaved',
  destruction: 'destroyed_target',
};
