// The thread of a long act starts here: types are stripped and code compiled once, not at every start.
import module from 'node:module';

module.enableCompileCache();
await import('./worker.ts');
