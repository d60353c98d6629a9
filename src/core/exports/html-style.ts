// How an exported page looks, on screen in light and dark, and on paper. Fonts are those of the reader's machine.

/** The style sheet as text; the page's policy names its hash. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fcfbf8; --ink: #1b1b18; --quiet: #5d5b54; --line: #8d8a82; --accent: #0f6b66; --mark: #d5e6e4; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #191a1c; --ink: #e9e7e2; --quiet: #a8a59c; --line: #6b6962; --accent: #5cc2b8; --mark: #24504d; }
}
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "Source Serif 4", Charter, Georgia, serif; }
body { max-width: 42rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; }
p { margin: 0 0 0.9rem; hyphens: auto; }
a { color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.25rem; margin: 0 0 2rem; padding: 0.75rem 0; border: solid var(--line); border-width: 1px 0; }
dt { color: var(--quiet); font-size: 0.875rem; }
dd { margin: 0; }
.tlp { width: max-content; margin: 0 0 1rem auto; padding: 0.15rem 0.4rem; background: #000; font-weight: 600; }
.tlp-red { color: #ff2b2b; } .tlp-amber, .tlp-amber-strict { color: #ffc000; } .tlp-green { color: #33ff00; } .tlp-clear { color: #fff; }
nav ol { list-style: none; padding: 0; } nav .level-2 { padding-inline-start: 1.25rem; } nav .level-3 { padding-inline-start: 2.5rem; }
ul, ol { margin: 0 0 0.9rem; padding-inline-start: 1.5rem; } li { margin-bottom: 0.5rem; } .tight > li, .tight > li > p { margin-bottom: 0.2rem; } li > p:last-child { margin-bottom: 0; }
blockquote { margin: 1.25rem 1.5rem; font-size: 0.95em; }
.callout { margin: 1.25rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); } .callout > :last-child { margin-bottom: 0; } .callout-label { margin-bottom: 0.2rem; font-size: 0.875rem; font-weight: 600; }
pre { overflow-x: auto; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); font-size: 0.875rem; }
code, pre { font-family: "JetBrains Mono", Consolas, monospace; }
.image img { max-width: 100%; height: auto; } figure { margin: 1.5rem 0; } figcaption { font-weight: 600; margin-bottom: 0.5rem; } figure img { display: block; width: 100%; height: auto; padding: 0.5rem; background: #fff; box-sizing: border-box; } summary { color: var(--quiet); font-size: 0.875rem; }
table { width: 100%; margin: 1.5rem 0; border-collapse: collapse; font-size: 0.9rem; line-height: 1.4; border-bottom: 1px solid var(--line); }
thead { border: solid var(--line); border-width: 1px 0; } th, td { padding: 0.35rem 0.6rem; text-align: start; vertical-align: top; } th { font-weight: 600; }
td p, th p { margin: 0; } .left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
hr { width: 6rem; margin: 2rem auto; border: 0; border-top: 1px solid var(--line); }
sup { line-height: 0; font-size: 0.7em; } sup a { text-decoration: none; padding: 0 0.1em; }
.small-caps { font-variant-caps: small-caps; }
mark { background: var(--mark); color: inherit; }
.notes, .sources, .evidence { font-size: 0.9rem; line-height: 1.5; } .sources ul { list-style: none; padding: 0; }
.provenance { color: var(--quiet); font-size: 0.8125rem; }
:target { outline: 2px solid var(--accent); outline-offset: 3px; }
@page { margin: 25mm 25mm 32mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --accent: #0f6b66; --mark: #ddd; }
  html { font-size: 10.5pt; } body { max-width: none; padding: 0; } .evidence { break-before: page; }
  h2, h3, h4 { break-after: avoid; } li, blockquote, tr { break-inside: avoid; }
  p { orphans: 2; widows: 2; } .tlp, mark { print-color-adjust: exact; }
}
`
