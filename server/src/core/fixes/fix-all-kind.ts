/** Kind of the source action that makes every safe fix. */
export const FIX_ALL_KIND = 'source.fixAll.specmark'
