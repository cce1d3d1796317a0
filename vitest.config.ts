import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/laws/**/*.test.ts'],
    environment: 'node',
    // Pure code keeps nothing from one file to the next: half the time goes into loading it anew for each.
    isolate: false,
    maxWorkers: 2,
    // A slow machine is no fault of the code.
    testTimeout: 30_000,
  },
});
