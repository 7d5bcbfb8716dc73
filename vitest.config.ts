import { defineConfig } from 'vitest/config';

// The fast project is `npm test`: it needs nothing but npm packages. The slower suites each have a script of their own.
export default defineConfig({
  test: {
    testTimeout: 20_000,
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      { extends: true, test: { name: 'fast', include: ['tests/**/*.test.ts'] } },
      { extends: true, test: { name: 'slow', include: ['tests/**/*.slow.ts'], testTimeout: 600_000 } },
    ],
  },
});
