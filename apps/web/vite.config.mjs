import { defineConfig } from 'vite';

/** In development the pages are Vite's and everything else is the server's, as if both were one. */
const server = process.env.PANDAFAB_URL ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  build: {
    // React's server components mean nothing here, and each of Mantine's files says that it is none.
    rollupOptions: { onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning) },
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
  },
  server: { proxy: Object.fromEntries(['/api', '/sign-out', '/doorstep.css'].map((path) => [path, server])) },
});
