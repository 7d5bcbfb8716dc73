import type { Engine } from './engine.ts';
import { ours } from './ours.ts';
import { flexSearch, fuse, fuzzySearch, miniSearch } from './peers.ts';

export const ENGINES: readonly Engine[] = [ours, fuzzySearch, flexSearch, miniSearch, fuse];
