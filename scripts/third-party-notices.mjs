// Writes THIRD-PARTY-NOTICES.md: every package that is shipped, bundled into the window or needed at run time.
// Run after a change of dependencies: node scripts/third-party-notices.mjs
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Development dependencies that end up in the window's bundle, by the start of their name. */
const bundled = ['react', '@tiptap/', '@tanstack/', 'radix-ui', 'cmdk', 'lucide-react', 'zustand', '@fontsource', '@floating-ui/', 'citeproc']
const tools = ['react-native']

const starts = [
  ...Object.keys(manifest.dependencies),
  ...Object.keys(manifest.devDependencies).filter((name) => bundled.some((start) => name.startsWith(start))),
].filter((name) => !tools.includes(name))

const found = new Map()

function visit(name, from) {
  const folder = [join(from, 'node_modules', name), join(root, 'node_modules', name)].find((place) => existsSync(join(place, 'package.json')))
  if (!folder || found.has(folder)) return
  const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = typeof own.license === 'string' ? own.license : (own.license?.type ?? own.licenses?.[0]?.type ?? 'see its repository')
  const text = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file))
  const holder = text ? /^\s*copyright\s*(\(c\)|©|\d).*$/im.exec(readFileSync(join(folder, text), 'utf8'))?.[0].trim() : undefined
  found.set(folder, { name: own.name, version: own.version, licence, holder: holder ?? '' })
  for (const dependency of Object.keys({ ...own.dependencies, ...own.optionalDependencies })) visit(dependency, folder)
}

for (const name of starts) visit(name, root)

const rows = [...found.values()]
  .filter((row) => !/-(linux|win32|darwin|android|freebsd)-/.test(row.name))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'))
  .map((row) => `| ${row.name} | ${row.version} | ${row.licence} | ${row.holder.replaceAll('|', '/').slice(0, 120)} |`)

writeFileSync(
  join(root, 'THIRD-PARTY-NOTICES.md'),
  `# Third-party notices

Groundwork ships or bundles these packages; each keeps its own licence, whose text lies in the package.
The Electron shell also ships Electron (MIT) with Chromium and Node.js and their notices; the fonts in
\`resources/fonts\` are under the SIL Open Font License 1.1 (see the licence files there).
The sample article is © TIME (see \`resources/README.md\`).

Citations are formatted with citeproc-js (https://github.com/Juris-M/citeproc-js), copyright (c) 2009-2019 Frank Bennett,
used under the Common Public Attribution License 1.0 (or the GNU Affero General Public License, as its author offers);
the attribution stands in the window, too, under “About Groundwork”. Styles in \`resources/csl/styles\` and locales in
\`resources/csl/locales\` are unchanged files of the Citation Style Language project (https://citationstyles.org), by the
authors and translators that each file names, under Creative Commons Attribution-ShareAlike 3.0 Unported
(https://creativecommons.org/licenses/by-sa/3.0/); \`groundwork-notes.csl\` is our own, under the same licence.

| package | version | licence | copyright |
|---|---|---|---|
${rows.join('\n')}
`,
)
console.log(`${rows.length} packages`)
