import { loadConfig } from './config.ts';
import { loadEnvironment } from './environment.ts';
import { starterTemplate } from './jobs/starter-template.ts';

/** What the bot is told by its environment. */
export const config = loadConfig(loadEnvironment(process.env));

/** The starter lorebook, on its way while the rest of the program loads, which takes as long; null without a config. */
export const template = config.ok ? starterTemplate(config.value.starterPack) : null;
// Whoever waits for it hears of it; until then it is nobody's fault yet.
template?.catch(() => {});
