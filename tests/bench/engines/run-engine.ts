import { ENGINES } from './all.ts';
import { build, measure } from './measure.ts';

// One engine, one task, one process: `run-engine.ts build|measure <engine> <folder> <build ms>`; prints JSON.
const [task, name, folder = '', buildMs = '0'] = process.argv.slice(2);
const engine = ENGINES.find((one) => one.name === name);
if (engine === undefined) throw new Error(`no engine ${name}`);
const result = task === 'build' ? await build(engine, folder) : await measure(engine, folder, Number(buildMs));
process.stdout.write(JSON.stringify(result));
