import { showWords } from './frame.js';
import { Page } from './page.js';
import { showTheme } from './theme.js';

showTheme();
showWords();
new Page();
