// The web shell from its sources, with the page from Vite's development server. Started by dev.mjs under Groundwork's Node.
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { developmentPolicy } from '../src/core/host/security-headers.ts'
import { endCleanly } from '../src/web/end-cleanly.ts'
import { parseWebOptions } from '../src/web/options.ts'
import { announce, startWebShell } from '../src/web/run-web-shell.ts'
import { root } from './application.mjs'

const upgrades = new EventEmitter()
const options = parseWebOptions(process.argv.slice(2))
let vite = null

/** Vite answers what was admitted; it never sees another request. */
const page = (path, response) =>
  new Promise((resolve, reject) => {
    response.on('close', resolve)
    response.setHeader('Content-Security-Policy', developmentPolicy(`127.0.0.1:${shell.server.port}`))
    const { req } = response
    req.url = path === '/' ? '/index.html' : req.url
    vite.middlewares(req, response, (error) => {
      if (error) reject(error)
      else response.writeHead(404).end()
    })
  })

const shell = await startWebShell(options, { page, session: process.env.GROUNDWORK_DEV_SESSION })
vite = await createServer({
  configFile: false,
  root: join(root, 'src/renderer'),
  cacheDir: join(root, 'node_modules/.cache/groundwork/vite'),
  plugins: [react()],
  appType: 'spa',
  server: { middlewareMode: true, cors: false, hmr: { server: upgrades, port: shell.server.port }, allowedHosts: [] },
})
shell.server.http.on('upgrade', (request, socket, head) => {
  if (shell.server.admits(request)) upgrades.emit('upgrade', request, socket, head)
  else socket.destroy()
})

endCleanly(async () => {
  await vite.close()
  await shell.close()
})
process.send?.({ port: shell.server.port })
announce(shell, options)
