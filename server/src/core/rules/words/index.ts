import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { it } from './it'
import { ja } from './ja'
import { ko } from './ko'
import { nl } from './nl'
import { pt } from './pt'
import type { Words } from './words'
import { zh } from './zh'

export type { Words } from './words'

/** The languages that the wording rules have words of. A text may be in any of them. */
export const languages: readonly Words[] = [en, de, es, fr, it, ja, ko, nl, pt, zh]
