import './require-node.mjs';
import { LORE } from '../commands/index.ts';
import { loadConfig } from './config.ts';
import { startBot } from './discord/bot.ts';
import { starterPack, stock } from './edit/stock.ts';
import { loadEnvironment } from './environment.ts';
import { createLog } from './log.ts';
import { ownFolder } from './lorebook/owner.ts';
import { openShelf } from './lorebook/shelf.ts';
import { problems } from './messages/en/problems.ts';
import { packFaultText } from './messages/en/rows.ts';
import { terminal } from './messages/en/terminal.ts';

/** How long interactions under way may take after SIGTERM. */
const GRACE_MS = 5_000;

/** Says one sentence and ends. */
function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const config = loadConfig(loadEnvironment(process.env));
if (!config.ok) end(terminal.config(config.problem));
const { discordToken, discordApiUrl, lorebookDir, starterPack: starter, logLevel } = config.value;

const pack = starterPack(starter);
if (!pack.ok) end(problems.starter(starter ?? 'none', pack.problem.map(packFaultText)));
const owner = ownFolder(lorebookDir);
if (!owner.ok) end(problems.owner(owner.problem));

const log = createLog(logLevel);
const shelf = openShelf(lorebookDir, Date.now, (lorebook) => {
  const stocked = stock(lorebook, pack.value, { ref: 'bot', name: 'Concordance' }, Date.now());
  if (!stocked.ok) throw new Error(stocked.problem.map(packFaultText).join('; '));
});

if (discordToken === null) end('The playground is on its way: set DISCORD_TOKEN, or use npm run lore.');
const bot = await startBot({
  token: discordToken,
  apiUrl: discordApiUrl,
  lore: LORE,
  open: shelf.open,
  log,
  onDead: (problem) => end(problems.bot(problem, discordApiUrl)),
});
if (!bot.ok) end(problems.bot(bot.problem, discordApiUrl));

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await bot.value.stop(GRACE_MS);
    shelf.close();
    owner.value.release();
    process.exit(0);
  });
}
