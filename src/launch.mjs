// The npm scripts start here: the version is checked before anything that an old Node could not load.
import './require-node.mjs';
import module from 'node:module';

// Types are stripped and code compiled once, not at every start.
module.enableCompileCache();

const [, , what] = process.argv;
process.argv.splice(2, 1);
await import(what === 'lore' ? './cli/main.ts' : './main.ts');
