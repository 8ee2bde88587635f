/** What the wording rules know of a language. All words in lower case. */
export interface Words {
  /** BCP 47 tag. */
  readonly language: string
  /**
   * Words and phrases that make a sentence normative in any case of letters. Within a phrase `…` stands for some words, or
   * none, and `*` for letters: `ist … zu *n` is said by “ist innerhalb von zwei Sekunden zu beenden”.
   */
  readonly normative: readonly string[]
  /** Words that are normative only in capitals: `required` is a plain adjective as well. */
  readonly normativeCapitals: readonly string[]
  /** Words of a script without blanks that have a normative one within them and mean something else. */
  readonly lookalikes?: readonly string[]
  /** A plain statement is a demand as well, so that none can be missed. */
  readonly plainDemands?: true
  /** What to write for what must, should and may be; empty where the language is not judged by its words. */
  readonly proposed: readonly string[]
  /** Words that promise a quality without a measure; `-` as written. */
  readonly vague: readonly string[]
  /** Words and phrases of the lists that a config may change; left out where a pack has none. */
  readonly quantity?: readonly string[]
  readonly escape?: readonly string[]
  readonly openEnded?: readonly string[]
  readonly time?: readonly string[]
  /** Verbs that say that something is done about a thing, and not what. */
  readonly weakVerbs?: readonly string[]
  /** Phrases with such a word that name something exact. */
  readonly exact: readonly string[]
  /** Words that hardly a sentence of the language is without: they tell in which a text is. */
  readonly common: readonly string[]
  /** Units in which a sentence with a number is measured. */
  readonly units: readonly string[]
  /** Numbers written out. */
  readonly numbers: readonly string[]
  /** Words by which a text tells that an item is no longer there. */
  readonly gone: readonly string[]
  /** Titles of sections that tell what a document was. */
  readonly history: readonly string[]
  /** What is checked on the code or against what was there before, and not by using what was built. */
  readonly checks?: readonly string[]
  /** What a requirement on the code itself speaks of: its tests, its documentation. Nobody who uses it would accept that. */
  readonly upkeep?: readonly string[]
  /** Words that open a state which holds as long as what is told of it. */
  readonly during?: readonly string[]
  /** Verbs by which a sentence tells how something is. */
  readonly being?: readonly string[]
  /** Verbs that make a state of all that a clause names before them. */
  readonly existing?: readonly string[]
  /** Pronouns whose verb is not that of the sentence around. */
  readonly relative?: readonly string[]
  /** Words that join two sentences. */
  readonly and?: readonly string[]
  /** How a criterion is said to be for every requirement. */
  readonly all?: readonly string[]
  /** How the clause words of an English template are said, by that word. */
  readonly clauses: ReadonlyMap<string, readonly string[]>
}
