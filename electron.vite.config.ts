// One build for both shells: the Electron main process, the web shell, the command line and the
// core's workers are entries of the same bundle, so that they share one copy of the core.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

export default defineConfig({
  main: {
    build: {
      // What every start loads is bundled: zod alone is a hundred files, most of them languages that nobody asks for.
      externalizeDeps: { exclude: ['zod', 'ipaddr.js'] },
      rollupOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          web: resolve(root, 'src/web/index.ts'),
          cli: resolve(root, 'src/cli/index.ts'),
          'core-worker': resolve(root, 'src/core/host/core-worker.ts'),
          'safety-worker': resolve(root, 'src/core/host/safety-worker.ts'),
          'document-worker': resolve(root, 'src/core/import/document-worker.ts'),
          'typst-worker': resolve(root, 'src/core/exports/typst-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [react()],
    // Nothing is inlined: the page's policy loads fonts from files only.
    build: { assetsInlineLimit: 0, rollupOptions: { input: resolve(root, 'src/renderer/index.html') } },
  },
})
