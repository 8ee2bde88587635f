const WIDTH = 560
const HEIGHT = 300
const LEFT = 64
const BOTTOM = 44
const TOP = 34
const RIGHT = 20
const COLOURS = ['#2563a8', '#b3541e', '#3b7d3f', '#7a4f9e']

/**
 * Lines over a size, from zero, as an SVG that is read on light and dark pages alike.
 *
 * @param {{
 *   title: string, across: string, up: string,
 *   series: readonly { name: string, points: readonly (readonly [x: number, y: number])[] }[]
 * }} plot
 */
export function plot({ title, across, up, series }) {
  const points = series.flatMap((one) => one.points)
  const [mostAcross, mostUp] = [
    nice(Math.max(...points.map(([x]) => x))),
    nice(Math.max(...points.map(([, y]) => y))),
  ]
  const x = (/** @type {number} */ value) => LEFT + (value / mostAcross) * (WIDTH - LEFT - RIGHT)
  const y = (/** @type {number} */ value) => HEIGHT - BOTTOM - (value / mostUp) * (HEIGHT - BOTTOM - TOP)
  const steps = [0, 0.25, 0.5, 0.75, 1]
  const text = (
    /** @type {number} */ at,
    /** @type {number} */ down,
    /** @type {string} */ anchor,
    /** @type {string} */ words,
  ) => `<text x="${round(at)}" y="${round(down)}" text-anchor="${anchor}">${words}</text>`
  const grid = steps.flatMap((step) => [
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(step * mostUp))}" y2="${round(y(step * mostUp))}" stroke="#ccc"/>`,
    text(LEFT - 8, y(step * mostUp) + 4, 'end', number(step * mostUp)),
    text(x(step * mostAcross), HEIGHT - BOTTOM + 18, 'middle', number(step * mostAcross)),
  ])
  const lines = series.flatMap(({ name, points: own }, at) => {
    const colour = COLOURS[at % COLOURS.length]
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${own.map(([a, b]) => `${round(x(a))},${round(y(b))}`).join(' ')}"/>`,
      ...own.map(([a, b]) => `<circle cx="${round(x(a))}" cy="${round(y(b))}" r="3" fill="${colour}"/>`),
      `<rect x="${LEFT + 12}" y="${TOP + 6 + at * 18}" width="12" height="3" fill="${colour}"/>`,
      text(LEFT + 30, TOP + 11 + at * 18, 'start', name),
    ]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="14">${title}</text>
${[...grid, ...lines].join('\n')}
${text((WIDTH + LEFT) / 2, HEIGHT - 8, 'middle', across)}
<text x="14" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 14 ${HEIGHT / 2})">${up}</text>
</svg>
`
}

/** The next number with one digit, and a quarter of which is short. @param {number} value */
function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value))
  return (NICE.find((step) => step * power >= value) ?? 10) * power
}
const NICE = [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10]

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10

/** @param {number} value */
const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 2 })
