import type {
  SpecFilter,
  SpecInside,
  SpecListing,
  SpecNode,
  SpecsChange,
  SpecsFollowed,
} from '../../../src/lsp/protocol'
import { SPEC, SPEC_URI } from './documents'
import { FOLDER, type TestClient } from './test-client'

export const OTHER_URI = `${FOLDER}/specs/harbour.md`
export const OTHER = `# Specification: Harbour lights

## Overview
**ID**: SPEC-2026-02-01-001
**Status**: Approved

## Requirements
1. **[REQ-001]** The harbour MUST have lights
2. **[REQ-001]** The harbour MUST have lights that can be seen
`

export function workspaceOf(files: Record<string, string> = { [SPEC_URI]: SPEC, [OTHER_URI]: OTHER }) {
  return new Map(Object.entries(files))
}

export function follow(
  client: TestClient,
  goOn = false,
  filter: SpecFilter | null = null,
): Promise<SpecsFollowed> {
  return client.connection.sendRequest('specmark/followSpecs', { goOn, filter })
}

export function insideOf(client: TestClient, uri: string): Promise<SpecInside | null> {
  return client.connection.sendRequest('specmark/specInside', { uri })
}

export async function treeOf(client: TestClient, uri: string): Promise<readonly SpecNode[] | null> {
  return (await insideOf(client, uri))?.nodes ?? null
}

/** The listings as the client has them by now. */
export function listed(first: SpecsChange, client: TestClient): ReadonlyMap<string, SpecListing> {
  const listings = new Map<string, SpecListing>()
  for (const { changed, removed } of [first, ...client.inbox.specs]) {
    for (const listing of changed) listings.set(listing.uri, listing)
    for (const uri of removed) listings.delete(uri)
  }
  return listings
}

/** Follows, and waits until all specs have been read and judged. */
export async function followed(client: TestClient): Promise<SpecsFollowed> {
  const first = await follow(client)
  await client.inbox.until(() => {
    const all = [...listed(first, client).values()]
    return all.length > 0 && all.every(({ findings }) => findings !== null) ? true : undefined
  })
  return first
}

export function gone(client: TestClient, uri: string): Promise<void> {
  const changes = [{ uri, type: 3 }]
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
}
