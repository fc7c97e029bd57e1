import { defineConfig } from 'vitest/config'
import { chromiumPath } from './tests/helpers/chromium.js'

const withBrowser = chromiumPath() !== null
if (!withBrowser && process.env.CI) throw new Error('Chromium is missing, and CI requires the browser tests: install it, or name it in STELE_CHROMIUM')

export default defineConfig({
  test: {
    reporters: ['default', './tests/helpers/summaryReporter.ts'],
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**'], testTimeout: 30_000, hookTimeout: 30_000 } },
      ...(withBrowser
        ? [
            {
              test: {
                name: 'browser',
                include: ['tests/e2e/**/*.test.ts'],
                globalSetup: ['tests/helpers/browserSetup.ts'],
                testTimeout: 120_000,
                hookTimeout: 120_000,
                fileParallelism: false,
                sequence: { groupOrder: 1 },
              },
            },
          ]
        : []),
    ],
  },
})
