/**
 * A page that leads on to an address. A browser that is given the page's file gets an address that holds a secret without
 * its standing in the arguments of a process, where every user of the machine can read it.
 *
 * @param {string} url
 */
export function redirectPage(url) {
  const escaped = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${escaped}">
<title>Specmark</title>
<p><a href="${escaped}">VS Code with Specmark</a></p>
`
}
