import { alternatives } from '../words/alternatives'

const NUMBER = `(?<![\\w-])(?:\\d[\\d.,_]*(?:[-–]\\d[\\d.,_]*)?k?|${alternatives((words) => words.numbers)})`
const UNIT = `(?:${alternatives((words) => words.units)})(?:s|es)?(?![a-z])`
/** “500 guests”: a figure that large is a load, while “two users” and “2 devices” measure nothing. */
const LOAD =
  '(?<![\\w-])(?:\\d[\\d.,_]{0,12}k|\\d{3,12}|\\d{1,3}(?:[.,_]\\d{3}){1,4}) (?:[a-z]{3,20} )?(?!(?:this|does|goes|plus|thus|always|unless)\\b)[a-z]{3,20}s\\b'
/** “2 s”, “50%”, “< 3”, “10 concurrent users”. */
export const MEASURE = new RegExp(
  `${NUMBER}[ \\t\\n-]?(?:%|‰|°|×|${UNIT}|[a-z]{3,20} ${UNIT})|${LOAD}|[<>≤≥]=?\\s*\\d|\\bsub-(?:milli)?second\\b`,
  'i',
)
