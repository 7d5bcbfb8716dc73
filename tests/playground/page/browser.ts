import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's browser; CHROMIUM names another. */
export const BROWSER = [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path)) ?? null;

if (BROWSER === null) {
  process.stdout.write(
    'The browser suite is skipped: no Chromium found (apt-get install chromium, or set CHROMIUM).\n',
  );
}

// A browser that looks for updates or for its maker's hosts makes noise of its own.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: BROWSER ?? '', args: ARGS });
}
