// The npm scripts start here: the version is checked before anything that an old Node could not load.
import './require-node.mjs';
import module from 'node:module';

// Types are stripped and code compiled once, not at every start.
module.enableCompileCache();

const [, , what] = process.argv;
process.argv.splice(2, 1);
if (what === 'lore') await import('./cli/main.ts');
else {
  // Filling the first lorebook takes as long as loading the rest: both at once.
  await import('./beginning.ts');
  await import('./main.ts');
}
