/** What a person has asked for and cannot have; the message is the reason, a sentence that they can act on. */
export class Refused extends Error {}
