import { defineConfig } from 'vitest/config';

// The fast project is `npm test`: it needs nothing but npm packages. The slower suites each have a script of their own.
export default defineConfig({
  test: {
    testTimeout: 20_000,
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      // One process loads the house once for all its files: they share no state, and half the time went into loading.
      { extends: true, test: { name: 'fast', include: ['tests/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'slow', include: ['tests/**/*.slow.ts'], testTimeout: 600_000 } },
    ],
  },
});
