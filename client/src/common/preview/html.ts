import type { PreviewHeading, PreviewMark } from '../../../../server/src/lsp/protocol'

/** Text as HTML that shows it, in an element or an attribute in double quotes: that of markdown-it, as one that renders has it. */
export type AsHtml = (text: string) => string

/** A bar, with the same in words beside it. */
export function progressHtml({ done, total }: PreviewHeading): string {
  const width = total === 0 ? 0 : Math.floor((done * 100) / total)
  return (
    ` <span class="specmark-progress"><svg class="specmark-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">` +
    `<rect class="specmark-bar-all" width="100" height="10"/><rect class="specmark-bar-done" width="${width}" height="10"/></svg>` +
    `${done} of ${total} done</span>`
  )
}

/** @param inLink it stands in a link already, which another one must not stand in */
export function markHtml(
  { kind, text, title, anchor, href }: PreviewMark,
  inLink: boolean,
  asHtml: AsHtml,
): string {
  const shown = asHtml(text)
  const tip = title === null ? '' : ` title="${asHtml(title)}"`
  switch (kind) {
    case 'open':
      return '<span class="specmark-box" role="img" aria-label="open">☐</span>'
    case 'done':
      return '<span class="specmark-box" role="img" aria-label="done">☑</span>'
    case 'placeholder':
      return `<span class="specmark-placeholder">${shown}</span>`
    case 'dead':
      // Said in words too: neither a colour nor a tip is seen by everybody.
      return `<span class="specmark-dead"${tip}>${shown}</span><span class="specmark-label">not defined</span>`
    case 'definition':
      return `<span class="specmark-definition"${anchor === null ? '' : ` id="${asHtml(anchor)}"`}>${shown}</span>`
    case 'reference': {
      if (href === null || inLink || !isRelative(href))
        return `<span class="specmark-reference"${tip}>${shown}</span>`
      // The editor's preview follows `data-href`.
      const target = asHtml(href)
      return `<a class="specmark-reference" href="${target}" data-href="${target}"${tip}>${shown}</a>`
    }
  }
}

/** Nothing that a browser or the editor would run. */
function isRelative(href: string): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(href) && !href.startsWith('//')
}
