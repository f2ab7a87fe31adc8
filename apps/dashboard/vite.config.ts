import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Where `npm run dashboard` finds the API while the page is being written. */
const API = process.env.THROUGHLINE_URL ?? 'http://127.0.0.1:4680';

const sourcesOf = (library: string) =>
  fileURLToPath(new URL(`../../libs/${library}/src/index.ts`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@throughline/api-client': sourcesOf('api-client'),
      '@throughline/dora': sourcesOf('dora'),
      '@throughline/events': sourcesOf('events'),
    },
  },
  build: {
    // The page is served under a policy that allows neither inline code nor data: but for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
  server: {
    host: '127.0.0.1',
    port: 4681,
    proxy: { '/v1': API },
  },
});
