function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Words that bind a sentence together and name nothing. */
export const FUNCTION_WORDS = words(`a an the this that these those some any each every all both either neither no not
  i you he she it we they me him her us them my your his its our their mine who whom whose which what when where why how
  is are was were be been being am do does did done have has had having will would shall should can could may might must
  of in on at by for from to into onto with without within about against between among during before after since until
  till up down out off over under as than then and or but nor so if because while though although there here
  also too very just only ever even still yet again once really actually exactly else such same own more most less least
  much many few own get got gets whats whos wheres whens hows im ive id didnt wasnt isnt dont doesnt havent hasnt arent
  werent cant couldnt please pls plz thanks thank hey hi hello ok okay now ago one ones s t`);

/** Be-forms: what follows may be told as done to the one before. */
export const BE = words('is are was were be been being get got am');
export const DO = words('did do does didnt dont doesnt');
export const AUXILIARIES = words(
  'is are was were am did do does has have had can could will would should shall may might must isnt wasnt didnt doesnt dont arent werent hasnt havent',
);
export const ARTICLES = words('the a an');
export const PREPOSITIONS = words(
  'of in on at by for from to into onto with without within about against between among during before after since until till over under near aboard through as',
);

/** What people say around a question. */
export const POLITE: readonly RegExp[] = [
  /^(?:(?:hey|hi|hello|hallo|ok|okay|so|well|um|uh|erm|yo|good (?:morning|evening|day))\b[\s,.!:-]*)+/i,
  /^(?:(?:bot|concordance|everyone|all|there|guys|folks|friend|friends)\b[\s,.!:]+)/i,
  /^(?:please|pls|plz)\b[\s,]*/i,
  /^(?:(?:can|could|would|will) (?:you|someone|anyone|somebody|anybody) (?:please |pls |plz )?(?:tell|remind|inform|let) (?:me|us)(?: know)?(?: about)?|(?:can|could|would|will) (?:you|someone|anyone|somebody|anybody) (?:please |pls |plz )?(?:say|explain)|(?:do|does) (?:you|anyone|anybody|someone|somebody) (?:happen to )?(?:know|remember|recall)|(?:i|we)(?:'| a)?(?:d| would)? (?:like|love|want|need)(?:ed)? to (?:know|ask|hear)|i (?:was|am|m|'m) (?:just )?(?:wondering|curious|asking)|i wonder|i (?:forget|forgot|don'?t (?:know|remember|recall))|tell (?:me|us)|remind me|quick question|question|just (?:wondering|curious)|any idea|anyone know|asking for a friend|may i ask|can i ask|please tell me)\b[\s,:;-]*(?:if |whether )?/i,
  /[\s,.!]*\b(?:please|pls|plz|thanks|thank you|thx|ty|cheers|lol|btw|tho|though|again|anyway|mate|bro|dude|guys|by the way)\b[\s.!?]*$/i,
  /[\s,]*\b(?:do you know|does anyone know|if you know|if i may ask|i wonder|any idea)\b[\s.!?]*$/i,
];

/** Words of everyday English that no name is a misspelling of. */
export const COMMON = words(`able account accounts across act action actual add age aged ago agree agreed aim air alive
  almost alone along already alternate alternative always answer answers anyone anything appear appeared area arrive
  arrived ask attack attacked attacks away back bad base based battle battles beat beaten become behind being believe
  belong belonged best better big birth blame body book books born break bring broke brother brothers brought build
  built burn call called came canon captain capture captured captures care carry case catch cause caused causes century
  change changed chapter character characters charge chief child children choose city claim claimed claims class clear
  close colour color come comes coming command commanded commander common company compare compared complete conflict
  connect connected consider contain control controlled cost count country couple course create created creator crew
  cross crossed crown culture current currently cut danger dark date dated dates daughter day days dead deal dealt death
  decade defeat defeated defend defence defense describe described destroy destroyed detail details device die died
  difference different differ direct disagree disaster discover distance doing dream drive during early earlier earth
  effect either elect empire end ended ending enemies enemy enough enslaved entire episode episodes era escape
  established event events eventually ever every everyone everything exact example execute exist existed existence
  expect explain extra eye face fact facts faction factions fail failed fall fallen false family famous far fate father
  favor favour fear feel fell fellow fight fighting final finally find fire first fleet follow followed force forces form
  formed former forms fought found founded founder founders free freed friend friends full future game games gave general
  girl give given glory god gone good govern governed great greatest group groups grow guard guess half hand happen
  happened happens happening hard head heard heart held help helped hero hide high himself history hit hold holder
  holding home hope hour hours house huge human hundred hurt idea important include included independence info
  information inside instead invade invaded invasion island issue job join joined keep kept kill killed killer kind king
  kingdom knew know known knows land language large last late later latest law lead leader leaders leading learn leave
  led left legal length let level liberate liberated lie lied life light like likely line list little live lived lives
  living location lock long look looking lord lose losing loss lost lot love main major make makes making man march mark
  married marry master matter mean means medal meet meeting member members membership men mention mentioned message met
  middle mind mine minor minute mirror mission missions moment money month months mother motive move moved movie murder
  murdered name named names nation near need never new news next nice night nobody none normal north note notes nothing
  novel novels number numbers object occur occurred offer office officer officers often old older oldest open operation
  order orders origin original other others outcome outside overall owned owner owns page part parts party past
  pass passed peace people person persons pick picture piece place places plan plane planet planets play point political
  position possible post power powerful powers present president pretty prevent previous prime prince princess prison
  prisoner private problem project property protect prove provide public purpose push put queen question questions quick
  quickly quite race races rank ranks read ready real reality reason reasons rebel recall receive record recorded
  records red refer refuse region reign reigned relation relations relationship release released religion remain
  remember remind remove removed replace replaced report result results return returned reveal right rise rival role
  room rose round rule ruled ruler rulers rules ruling run same save saved say says scene season second secret section
  see seek seem seen seize sell send sense sent series serious serve served set seven several ship ships short show
  shown side sides sign signed similar simple since single sister sisters sit site sky slave slaves slavery small sold
  soldier soldiers somebody someone something son sons soon sorry sort sound source sources south space speak special
  species split spoiler stand star start started starts state states station status stay stayed stays steal still stole
  stolen stone stop stopped story strange strong stuff style succeed succeeded successor such suffer summary support
  sure surrender survive survived system take taken takes taking talk team tell telling tells term terms than text theft
  theory thing things think third thought thousand threat three throne through time timeline timelines times title told
  took top total town trace trade treat treaty tried true trust truth try trying turn turned two type types uncle
  under understand unit universe universes until used uses using usual version versions vessel vessels victory view
  village visit visited voice wait walk want wanted war wars warship warships was watch water way weapon weapons wear week weeks weight
  well went west which white whole wife will win winner wins wise witness wolf woman women won word words work worked
  works world worlds worse worst worth write writer wrong wrote year years young younger zero regarding concerning uniform
  height tall heavy favourite favorite food drink shoe shoes hair eyes pet pets hobby colours colors weather
  serious severe big huge terrible horrible crushing decisive minor major important famous evil good bad great brave heroic
  cruel kind noble glorious shameful humiliating easy hard costly bloody tragic success failure mistake disaster triumph
  blow setback threat hero villain traitor coward tyrant liar genius saint monster victim criminal justified unjust fair
  unfair right wrong legitimate lawful barbaric civilised civilized weak strong`);

/** Words that only other languages use as often; a question full of them is not in English. */
export const FOREIGN =
  words(`im jahr zum zur bei nach uber sein sind hatte konig der die das und ist wer wie wann wo warum wurde wird hat nicht ein eine welche welcher von mit auf
  qui que quoi quand ou pourquoi comment est etait le la les un une des du dans avec sur pas quel quelle
  quien que cuando donde por como fue era el los las una del con para cual
  chi che cosa quando dove perche il lo gli e era stato
  wie wat waar wanneer waarom het een van was zijn de
  kto co kiedy gdzie dlaczego jest byl quem onde foi`);
