import { alternatives } from '../words/alternatives'

const NUMBER = `(?<![\\w-])(?:\\d[\\d.,_]*(?:[-–]\\d[\\d.,_]*)?k?|${alternatives((words) => words.numbers)})`
const UNIT = `(?:${alternatives((words) => words.units)})(?:s|es)?(?![a-z])`
/** “2 s”, “50%”, “< 3”, “10 concurrent users”, and what is counted by a plural: “4 retries”. */
export const MEASURE = new RegExp(
  `${NUMBER}[ \\t\\n-]?(?:%|‰|°|×|${UNIT}|(?:[a-z]{3,20} )?(?:${UNIT}|(?!(?:this|does|goes|plus|thus|always|unless)\\b)[a-z]{3,20}s\\b))|[<>≤≥]=?\\s*\\d|\\bsub-(?:milli)?second\\b`,
  'i',
)
