import { byId } from './dom.js';
import { Page } from './page.js';
import { showTheme } from './theme.js';
import { WORDS } from './words.js';

showTheme();
byId('menu').setAttribute('aria-label', WORDS.menu);
byId('side').setAttribute('aria-label', WORDS.menu);
byId('messages').setAttribute('aria-label', WORDS.messages);
byId('jump').textContent = WORDS.toPresent;
byId('offline').textContent = WORDS.offline;
byId('send').setAttribute('aria-label', WORDS.send);
new Page();
