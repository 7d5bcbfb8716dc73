/** A question a reader of the starter pack would ask, and what its answer must hold. */
export interface StarterQuestion {
  readonly question: string;
  /** Answered, unless it says otherwise. */
  readonly status?: 'not-recorded' | 'ambiguous';
  readonly holds: readonly string[];
  readonly lacks?: readonly string[];
  /** "account", or "account: work". */
  readonly cites: readonly string[];
  /** Whether the sign must stand, or must not. */
  readonly sign?: boolean;
}

const alliance = 'The Alliance telling';
const rebels = 'The rebel-side telling';
const expanded = 'The expanded-works telling';

export const STARTER_QUESTIONS: readonly StarterQuestion[] = [
  {
    question: 'Who is the regent of the Alliance?',
    holds: ['Worf', 'Martok'],
    cites: [alliance, rebels, `${expanded}: Saturn's Children`, `${expanded}: The Sorrows of Empire`],
    sign: false,
  },
  {
    question: 'Who was regent in 2372?',
    holds: ['Worf'],
    lacks: ['Martok was'],
    cites: [alliance, rebels],
    sign: false,
  },
  {
    question: 'who was regent in 2340',
    status: 'not-recorded',
    holds: ['not recorded'],
    lacks: ['Gorkon was regent in 2340', 'Worf was regent in 2340'],
    cites: [alliance, `${expanded}: The Sorrows of Empire`],
  },
  {
    question: 'Who was regent in 2378?',
    holds: ['Martok'],
    cites: [`${expanded}: Saturn's Children`],
  },
  {
    question: 'Who succeeded Regent Worf?',
    holds: ['Martok', "Saturn's Children"],
    cites: [`${expanded}: Saturn's Children`],
  },
  {
    question: 'Who founded the Klingon-Cardassian Alliance?',
    holds: ['Gorkon', 'Renar', 'Tiberius', 'disagree'],
    cites: [`${expanded}: The Sorrows of Empire`, `${expanded}: Spectre`],
    sign: true,
  },
  {
    question: 'When was the Alliance formed?',
    holds: ['2295'],
    cites: [`${expanded}: Crossover`, `${expanded}: The Sorrows of Empire`],
  },
  {
    question: 'When was the Alliance dissolved?',
    holds: ['2380', 'First Splinter', '2409'],
    cites: [rebels, `${expanded}: Rise Like Lions`, `${expanded}: The Other Side`],
  },
  {
    question: 'When was Regent Worf captured?',
    holds: ['2375'],
    lacks: ['2371'],
    cites: [
      `${alliance}: The Emperor's New Cloak`,
      `${rebels}: The Emperor's New Cloak`,
      `${expanded}: Through the Looking Glass`,
      `${expanded}: The Emperor's New Cloak`,
      `${expanded}: Saturn's Children`,
      `${expanded}: Shattered Mirror`,
    ],
  },
  {
    question: 'Was Worf captured in 2371 or 2375?',
    holds: ['2375'],
    cites: [
      rebels,
      `${expanded}: Through the Looking Glass`,
      `${expanded}: The Emperor's New Cloak`,
      `${expanded}: Saturn's Children`,
      `${expanded}: Shattered Mirror`,
    ],
    sign: false,
  },
  {
    question: 'Where was Worf taken after his capture?',
    holds: ['Terok Nor'],
    lacks: ['Empok'],
    cites: [`${alliance}: The Emperor's New Cloak`, `${rebels}: The Emperor's New Cloak`],
    sign: false,
  },
  {
    question: 'When did the rebels take Terok Nor?',
    holds: ['2372'],
    cites: [
      `${alliance}: Shattered Mirror`,
      rebels,
      `${expanded}: Through the Looking Glass`,
      `${expanded}: The Emperor's New Cloak`,
      `${expanded}: Shattered Mirror`,
    ],
    sign: false,
  },
  {
    question: 'Was losing Terok Nor a serious defeat?',
    holds: ['minor setback', 'humiliating'],
    cites: [
      `${alliance}: Shattered Mirror`,
      rebels,
      `${expanded}: Through the Looking Glass`,
      `${expanded}: The Emperor's New Cloak`,
      `${expanded}: Shattered Mirror`,
    ],
    sign: false,
  },
  {
    question: 'when did Sysko die?',
    holds: ['2371', 'mirror'],
    cites: [`${alliance}: Through the Looking Glass`, rebels],
    sign: false,
  },
  {
    question: "Is the prime universe's Sisko dead?",
    status: 'not-recorded',
    holds: ['not recorded'],
    lacks: ['2371 he died in prime'],
    cites: [rebels],
  },
  {
    question: 'Who is Kira Neris?',
    status: 'ambiguous',
    holds: ['Intendant', 'prime'],
    cites: [`${alliance}: Crossover`, rebels],
  },
  {
    question: 'Which universe did the Kira who incited the rebellion come from?',
    holds: ['prime'],
    cites: [`${alliance}: Crossover`, rebels],
    sign: false,
  },
  {
    question: 'How long were Kira and Bashir on Terok Nor?',
    holds: ['few days'],
    cites: [rebels],
    sign: false,
  },
  {
    question: 'What happened in 2371?',
    holds: ['Badlands', 'Sisko', 'Borg'],
    cites: [`${alliance}: Through the Looking Glass`, rebels, `${expanded}: The Worst of Both Worlds`],
    sign: false,
  },
  {
    question: 'What battles took place in 2372?',
    holds: ['Terok Nor', 'Worf'],
    cites: [
      `${alliance}: Shattered Mirror`,
      rebels,
      `${expanded}: Through the Looking Glass`,
      `${expanded}: The Emperor's New Cloak`,
      `${expanded}: Shattered Mirror`,
    ],
    sign: false,
  },
  {
    question: 'How many Defiant-class ships were destroyed at Empock Nor?',
    holds: ['12', 'Empok Nor'],
    lacks: ['Terok Nor'],
    cites: [`${expanded}: Saturn's Children`],
    sign: false,
  },
  {
    question: 'Who saved Qonos from the Borg?',
    holds: ['Picard', 'Iconian'],
    cites: [`${expanded}: The Worst of Both Worlds`],
    sign: false,
  },
  {
    question: 'Who were the members of the Alliance?',
    holds: ['Klingon', 'Cardassian', 'Bajor'],
    cites: [alliance, rebels, expanded, `${expanded}: Crossover`],
  },
  {
    question: 'Was Bajor a founder of the Alliance or freed by it?',
    holds: ['liberated', 'broker'],
    cites: [alliance, rebels, `${expanded}: Crossover`],
    sign: true,
  },
  {
    question: 'Was Spock an emperor or a prime minister?',
    holds: ['Emperor', 'Prime Minister'],
    cites: [alliance, rebels, `${expanded}: Crossover`, `${expanded}: Spectre`],
    sign: false,
  },
  {
    question: 'Which source says Martok became regent?',
    holds: ["Saturn's Children"],
    cites: [`${expanded}: Saturn's Children`],
    sign: false,
  },
  {
    question: 'Is "The Other Side" part of the main history or an alternate timeline?',
    holds: ['both'],
    cites: [`${expanded}: The Other Side`],
    sign: true,
  },
  {
    question: 'Did the Alliance ever make peace?',
    holds: ['armistice', 'Federation'],
    cites: [alliance, `${expanded}: Rise Like Lions`, `${expanded}: Timelines`],
  },
  {
    question: "What class was the rebels' new warship that beat Worf in 2372?",
    status: 'not-recorded',
    holds: ['not recorded'],
    lacks: ['was the Defiant'],
    cites: [`${alliance}: Shattered Mirror`, rebels, `${expanded}: Spectre`],
  },
  {
    question: 'Who are the Terran Resistance Forces?',
    holds: ['Terran Rebellion'],
    lacks: ['different group'],
    cites: [rebels],
    sign: false,
  },
];
