import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/laws/**/*.test.ts'],
    environment: 'node',
    // A slow machine is no fault of the code.
    testTimeout: 30_000,
  },
});
