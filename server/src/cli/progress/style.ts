/** Of the page with the overview: light and dark, in print, and where a person has set colours of their own. */
export const STYLE = `:root { color-scheme: light dark; --text: #1b1f24; --soft: #4d5661; --page: #ffffff; --line: #c4cad1; --all: #e3e7eb; --done: #1a6b3c; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e8ec; --soft: #a9b3bd; --page: #16191d; --line: #434b54; --all: #31383f; --done: #58b37c; }
}
@media print {
  :root { --text: #000; --soft: #333; --page: #fff; --line: #888; --all: #fff; --done: #444; }
}
@media (forced-colors: active) {
  :root { --text: CanvasText; --soft: CanvasText; --page: Canvas; --line: CanvasText; --all: Canvas; --done: Highlight; }
}
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
h1 { margin: 0; font-size: 1.75rem; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.25rem; }
header p { margin: 0.25rem 0 0.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
.parts { width: auto; }
th:first-child { width: 30%; }
th, td { padding: 0.4rem 1rem 0.4rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th { color: var(--soft); font-weight: 600; }
tbody th { font-weight: 500; white-space: normal; overflow-wrap: anywhere; min-width: 12rem; }
tfoot th, tfoot td { font-weight: 600; }
tr { break-inside: avoid; }
.note { display: block; color: var(--soft); font-size: 0.85rem; font-weight: 400; }
.bar { width: 8rem; height: 0.7rem; margin-right: 0.5rem; border: 1px solid var(--line); vertical-align: baseline; }
header .bar { width: 100%; max-width: 24rem; }
.all { fill: var(--all); }
.done { fill: var(--done); }
`
